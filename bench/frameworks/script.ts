import { PEOPLE } from '../turn-script.ts';

const CHOSEN: Readonly<Record<string, string>> = {
  'fact:certificate.kind=training': '培训合格证书',
  'topic:eligibility': '我的证能换吗',
  'step:walk': '一步一步带我',
  'step:next': '下一步',
  'step:back': '上一步',
};

/** The mix of `turn-script.ts` in words alone, as somebody types it who presses no buttons: a choice by its number. */
export const SCRIPTS: readonly (readonly string[])[] = PEOPLE.map(messages =>
  messages.map(sent => {
    if ('text' in sent) return sent.text;
    if ('pick' in sent) return String(sent.pick + 1);
    return CHOSEN[sent.choice] ?? sent.choice;
  }),
);
