import { SaxesParser } from 'saxes';
import { RosterRefusedError } from './source.ts';
import { asRefusal } from './xlsx-zip.ts';

export interface Tag {
  name: string;
  attributes: Readonly<Record<string, string>>;
}

/** The parser keeps a text or an attribute until it ends: one that goes on longer than this is hostile. */
const LONGEST_SILENCE = 512 * 1024;

/** Parses a part piece by piece and hands on after each, so that what was found can be used before more is read. Names come without their prefix. */
export async function* readXml(
  stream: AsyncIterable<Uint8Array>,
  { open, text, close }: { open?(tag: Tag): void; text?(text: string): void; close?(name: string): void },
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let silence = 0;
  const heard =
    <T>(act: (value: T) => void) =>
    (value: T): void => {
      silence = 0;
      act(value);
    };
  parser.on('error', error => {
    throw error;
  });
  parser.on(
    'opentag',
    heard(tag => open?.({ name: bare(tag.name), attributes: tag.attributes as Record<string, string> })),
  );
  parser.on(
    'text',
    heard(found => text?.(found)),
  );
  parser.on(
    'cdata',
    heard(found => text?.(found)),
  );
  parser.on(
    'closetag',
    heard(tag => close?.(bare(tag.name))),
  );
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      silence += chunk.length;
      parser.write(decoder.decode(chunk, { stream: true }));
      if (silence > LONGEST_SILENCE) throw new RosterRefusedError('too-long-cell', { row: 0 });
      yield;
    }
    parser.close();
  } catch (error) {
    throw asRefusal(error);
  }
  yield;
}

function bare(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
