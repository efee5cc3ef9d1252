/** Cuts plain text into parts that each ask something: what is told before a question stays with it, and so does what trails behind. */
export function questionsIn(text: string): string[] {
  const parts: string[] = [];
  let told = '';
  for (const clause of clausesOf(text)) {
    told += clause;
    if (!ASKS.test(clause)) continue;
    parts.push(told.trim());
    told = '';
  }
  if (parts.length === 0) return [text];
  if (told.trim() !== '') parts.push(`${parts.pop()} ${told.trim()}`);
  return parts;
}

/** The two parts of a text around each word that joins two things asked (「每年学多少和去哪学」), where both ask something. */
export function joinedIn(text: string): readonly (readonly [string, string])[] {
  if (text.length > LONGEST_JOINED) return [];
  const joints = [...text.matchAll(JOINT)].slice(0, MOST_JOINTS);
  return joints.flatMap(({ index, 0: joint }) => {
    const [left, right] = [text.slice(0, index).trim(), text.slice(index + joint.length).trim()];
    return asksAlone(left) && asksAlone(right) ? [[left, right] as const] : [];
  });
}

const LONGEST_JOINED = 80;
const MOST_JOINTS = 4;
const JOINT =
  /[,;]? ?(?:还有(?!效|没|用|机会)|另外|顺便(?:再?问一?下)?|再问一?下|以及|而且|[和跟及与、])|[,;]? ?\b(?:and also|also|plus|and)\b|[,;] ?/g;
/** What people ask for by its name alone, and what they tell of to be helped with. */
const NAMED_OR_TROUBLE =
  /电话|地址|联系人|联系方式|要求$|费用|收费|价格|期限|时间$|流程$|步骤$|材料$|条件$|(?:丢|掉|遗失|弄丢|不见|被偷|过期|坏)了|查不到|没换|错过|(?:想|要)开提醒|提醒我|\bphone\b|\baddress\b|\brequirements?$|\bfees?$|\bcosts?$|\blost (?:it|my)\b|\bstolen\b|\bmissed\b|\bexpired\b/;
const asksAlone = (part: string): boolean => part.length > 2 && (ASKS.test(part) || NAMED_OR_TROUBLE.test(part));

/** Marks and particles of asking (行不行 asks, 查不到 does not), and the words that demand an answer, in both languages. */
const ASKS = new RegExp(
  [
    '[?]|[吗么]|(?:呢|是吧|对吧|对不)(?:$|[,。!])|[不没](?:$|[,。!])|(.)[不没]\\1',
    '怎么|什么|多少|哪|谁|几[个时号月点家次种天节]|多久|能不能|行不行|有没有|是不是|要不要|会不会|为什么|告诉我|说一遍|教我|帮我查',
    String.raw`^\W*(?:(?:and|also|but|so|then|plus|please|kindly|pls|if so|if it does),? )*(?:what|when|where|which|who|whom|whose|how|why|do|does|did|can|could|may|must|should|shall|will|would|is|are|am|was|were|has|have|any|list|name|state|explain|tell me|advise|show me|walk me|run me|in which|by what|by when)\b`,
  ].join('|'),
);

/** After a stop, before a word that adds a question, and at an English "and" that a new question follows. */
const BREAK =
  /(?<=[。?!;\n])|(?<=,)|(?=还有(?!效|没|用|机会)|另外|顺便|然后|以及)|(?<=[^ ]) (?=(?:and|also|plus) (?:what|when|where|which|who|whom|how|why|do|does|did|can|could|may|must|should|will|would|is|are|tell me|by what|by when|in which)\b)/;

function clausesOf(text: string): string[] {
  return text.split(BREAK).filter(clause => clause.trim() !== '');
}
