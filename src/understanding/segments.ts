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
