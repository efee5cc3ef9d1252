import { checkDigit } from '../../src/registry/id-number.ts';
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

/** So many chats write; each has its script and begins it again at its end. */
export const CHATS = 2000;

/** Whether the chat of that number asks for hours of its own: one in nine does. */
export const asksForOwn = (chat: number): boolean => chat % (SCRIPTS.length + 1) === SCRIPTS.length;

/** What the chat of that number types. */
export function scriptOf(chat: number): readonly string[] {
  if (!asksForOwn(chat)) return SCRIPTS[chat % (SCRIPTS.length + 1)]!;
  const { name, idNumber } = invented(chat);
  return ['查我自己的学时', '同意', idNumber, name, '我还差多少学时', '学时不够会作废吗', '谢谢'];
}

interface Invented {
  name: string;
  idNumber: string;
}

const STEMS = '甲乙丙丁戊己庚辛壬癸';

/** Somebody who does not exist, in a region that none lives in. */
function invented(chat: number): Invented {
  const name = `示例${[...String(chat)].map(digit => STEMS[Number(digit)]).join('')}`;
  const digits = `46000019880412${String(chat).slice(-3).padStart(3, '0')}`;
  const other = `46000019880413${String(chat).slice(-3).padStart(3, '0')}`;
  const born = chat < 1000 ? digits : other;
  return { name, idNumber: born + checkDigit(born) };
}

/** The roster that holds them, as a school keeps it. */
export function rosterCsv(): string {
  const lines = Array.from({ length: CHATS }, (_, chat) => chat)
    .filter(asksForOwn)
    .flatMap(chat => {
      const { name, idNumber } = invented(chat);
      return [2024, 2025].map(
        year =>
          `${name},${idNumber},电子培训合格证,示例${chat},101,2023-03-18,${year},20,14,合格,示例培训中心,${year}-06-30`,
      );
    });
  return [
    '姓名,身份证号,证书类型,证书编号,岗位代码,发证日期,学时年度,学时,专业学时,考核,培训机构,结业日期',
    ...lines,
  ].join('\n');
}
