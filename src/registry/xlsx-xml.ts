import { SaxesParser } from 'saxes';
import { RosterRefusedError } from './source.ts';
import { asRefusal } from './xlsx-zip.ts';

export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** The parser keeps a text or an attribute until it ends: one that goes on longer than this is hostile. */
const LONGEST_SILENCE = 512 * 1024;

export interface XmlHandlers {
  open?(tag: Tag): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Parses a part piece by piece and hands on after each, so that what was found can be used before more is read. Names come without their prefix. */
export async function* readXml(stream: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silence = 0;
  const heard =
    <T>(act: (value: T) => void) =>
    (value: T): void => {
      silence = 0;
      act(value);
    };
  parser.on('error', () => {
    throw new RosterRefusedError('broken-zip');
  });
  parser.on(
    'opentag',
    heard(tag => handlers.open?.({ name: bare(tag.name), attributes: tag.attributes as Tag['attributes'] })),
  );
  parser.on(
    'text',
    heard(text => handlers.text?.(text)),
  );
  parser.on(
    'cdata',
    heard(text => handlers.text?.(text)),
  );
  parser.on(
    'closetag',
    heard(tag => handlers.close?.(bare(tag.name))),
  );
  const decoder = new TextDecoder();
  for await (const chunk of unpacked(stream)) {
    silence += chunk.length;
    parser.write(decoder.decode(chunk, { stream: true }));
    if (silence > LONGEST_SILENCE) throw new RosterRefusedError('too-long-cell', { row: 0 });
    yield;
  }
  parser.close();
  yield;
}

/** The same bytes; what goes wrong in unpacking them is the archive's fault. */
async function* unpacked(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw asRefusal(error);
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
