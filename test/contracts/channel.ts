import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../src/dialogue/index.ts';
import { hold, parseTranscript } from '../support/transcript.ts';
import { bare, type OpenChat } from '../support/transcript-chats.ts';

const FOLDER = new URL('../conversations/', import.meta.url);
const TRANSCRIPTS = readdirSync(FOLDER)
  .filter(name => name.endsWith('.txt'))
  .map(name => parseTranscript(name, readFileSync(new URL(name, FOLDER), 'utf8')));

/** What every channel promises: each golden conversation goes as written, and nothing of what the assistant said is lost or changed on the way. */
export function channelContract(
  channel: string,
  open: OpenChat,
  assistantOn: (day: string) => Promise<Assistant>,
): void {
  describe(`golden conversations on ${channel}`, () => {
    it.each(TRANSCRIPTS.map(transcript => [transcript.file, transcript] as const))('%s', async (_, transcript) => {
      const assistant = await assistantOn(transcript.asOf);
      const chat = await open(assistant, transcript.locale);
      try {
        const heard = await hold(transcript, chat);
        const said = await hold(transcript, await bare(assistant, transcript.locale));
        expect(heard.map(wording)).toEqual(said.map(wording));
      } finally {
        await chat.close();
      }
    });
  });
}

/** White space may differ: a message of Telegram's is trimmed, and long ones are cut at it. */
const wording = ({ text, choices }: { text: string; choices: readonly string[] }) => ({
  text: text.replaceAll(/\s+/g, ' ').trim(),
  choices,
});
