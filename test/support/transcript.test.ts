import { describe, expect, it } from 'vitest';
import { type Chat, type Heard, hold, parseTranscript } from './transcript.ts';

/** A chat that says everything back and always offers the same. */
function echo(): Chat {
  const heard = (text: string): Heard => ({
    text,
    choices: ['《培训合格证书》', '不知道'],
    citations: ['1.2'],
    topic: 'help',
  });
  return {
    opening: heard('您好'),
    say: async text => heard(`${text}\n好`),
    choose: async label => heard(`选了${label}`),
  };
}

const holding = (...lines: string[]): Promise<Heard[]> => hold(parseTranscript('a.txt', lines.join('\n')), echo());

describe('a transcript', () => {
  it('says, chooses and expects', async () => {
    const heard = await holding(
      '# about',
      '@ locale en',
      '< 您好',
      '',
      '> 换证',
      '< 换证',
      '< /^换证.好$/',
      '! 学时',
      '? 不知道 | /^《.*》$/',
      '§ 1.2',
      '= help',
      '> [培训]',
      '< 选了《培训合格证书》',
    );
    expect(heard.map(({ text }) => text)).toEqual(['您好', '换证\n好', '选了《培训合格证书》']);
  });

  it.each([
    ['words that are missing', '< 学时'],
    ['words that should not be there', '! 好'],
    ['a choice that is not offered', '? 知道 | 别的'],
    ['a clause that is not cited', '§ 1.2 2.1'],
    ['another topic', '= scope'],
  ])('names the line and what was heard instead of %s', async (_, expectation) => {
    await expect(holding('> 换证', expectation)).rejects.toThrow(
      `a.txt:2: expected ${expectation}\nbut heard:\n换证\n好`,
    );
  });

  it('names the line of a choice that cannot be made, and of what is no line at all', async () => {
    await expect(holding('> 换证', '> [没有]')).rejects.toThrow(
      'a.txt:2: no choice [没有] among [《培训合格证书》] [不知道]',
    );
    await expect(async () => holding('换证')).rejects.toThrow('a.txt:1: not a line');
    await expect(async () => holding('@ as-off 2020-10-15')).rejects.toThrow('a.txt:1: not a line');
  });

  it('passes over what a channel does not show', async () => {
    const silent: Chat = { ...echo(), opening: { text: '您好', choices: [] } };
    await hold(parseTranscript('a.txt', '§ 1.2\n= scope'), silent);
  });
});
