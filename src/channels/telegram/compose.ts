import type { GivenFile, Reply, YearsPicture } from '../../dialogue/index.ts';
import type { Place } from './hear.ts';
import { type Button, keyboardOf } from './keyboard.ts';
import { split } from './split.ts';

/** One call of the Bot API; a file in it is still a name and bytes, a picture what it shows. */
export type Call =
  | { method: 'sendMessage'; payload: TextPayload }
  | { method: 'sendDocument'; payload: Target & { document: NamedFile } }
  | { method: 'sendPhoto'; payload: Target & { photo: YearsPicture; caption: string } };

export interface NamedFile {
  name: string;
  bytes: Uint8Array;
}

interface Target {
  chat_id: number;
  message_thread_id?: number;
  reply_parameters?: { message_id: number; allow_sending_without_reply: true };
}

interface TextPayload extends Target {
  text: string;
  entities?: { type: 'bold'; offset: 0; length: number }[];
  link_preview_options: { is_disabled: true };
  reply_markup?: { inline_keyboard: Button[][] };
}

/** The calls that bring replies to a place, in order. The texts are plain, so that nothing in them needs escaping; `link` is a last button under them all. */
export function callsFor(replies: readonly Reply[], place: Place, link?: Button): Call[] {
  const target: Target = {
    chat_id: place.chat,
    ...(place.thread === undefined ? {} : { message_thread_id: place.thread }),
  };
  const calls = replies.flatMap((reply, index) =>
    callsForOne(reply, target, index === replies.length - 1 ? link : undefined),
  );
  const [first, ...rest] = calls;
  if (first === undefined || place.answering === undefined) return calls;
  const answering = { message_id: place.answering, allow_sending_without_reply: true } as const;
  return [{ ...first, payload: { ...first.payload, reply_parameters: answering } } as Call, ...rest];
}

function callsForOne({ text, choices, file, pictures = [] }: Reply, target: Target, link: Button | undefined): Call[] {
  const { rows, list } = keyboardOf(choices);
  const keyboard = link === undefined ? rows : [...rows, [link]];
  const pieces = split([text, list.join('\n')].filter(part => part !== '').join('\n\n'));
  const calls = pieces.map((piece, index): Call => {
    const payload: TextPayload = { text: piece, link_preview_options: { is_disabled: true }, ...target };
    if (index === 0) Object.assign(payload, boldHeadline(piece));
    // The choices stand under the last piece, where the reading ends.
    if (index === pieces.length - 1 && keyboard.length > 0) payload.reply_markup = { inline_keyboard: keyboard };
    return { method: 'sendMessage', payload };
  });
  for (const picture of pictures) calls.push(photoOf(picture, target));
  if (file !== undefined)
    calls.push({ method: 'sendDocument', payload: { ...target, document: { name: file.name, bytes: bytesOf(file) } } });
  return calls;
}

/** The words under a picture name it and its colours; the numbers stand in the text above it. */
function photoOf(picture: YearsPicture, target: Target): Call {
  const caption = [picture.title, ...picture.legend.map((of, index) => `${MARKS[index]} ${of}`)].join('\n');
  return { method: 'sendPhoto', payload: { ...target, photo: picture, caption } };
}

const MARKS = ['█', '░'];

function bytesOf({ content, encoding }: GivenFile): Uint8Array {
  return Buffer.from(content, encoding ?? 'utf8');
}

/** A reply that begins with a line of its own above a blank line begins with a headline. */
function boldHeadline(text: string): Pick<TextPayload, 'entities'> {
  const headline = /^[^\n]{1,80}(?=\n\n)/.exec(text)?.[0];
  return headline === undefined ? {} : { entities: [{ type: 'bold', offset: 0, length: headline.length }] };
}
