import { matches } from './reading.ts';

const OTHERS =
  /(?:我|咱|俺)?(?:们)?(?:的)?(?:一个)?(?:师傅|师父|徒弟|同事|工友|朋友|老公|老婆|媳妇|爱人|哥们?|弟弟?|姐夫|姐姐?|妹妹?|兄弟|儿子|娃儿|女儿|爸爸?|妈妈?|父亲|舅舅|叔叔?|亲戚|老乡|同学|老板|队长|工头|班长|同批)(?:们)?(?:的)?|(?:别人|人家|他们?|她们?|隔壁|老[张王李陈刘赵周吴黄]|小[张王李陈刘赵周吴黄])(?:的)?|(?:跟|和|同|与)我(?:一起|一块|同批|同期|同时)[^,。]{0,6}?的|(?:其他|其它|别|旁)(?:人|个|家)|同批|同期|大家|\b(?:my|his|her|their) (?:friend|colleague|coworker|co-worker|brother|husband|wife|master|boss|father|son|mate|workmate|sister|partner|cousin)(?:'s)?|\b(?:his|hers|theirs|her)\b|\bfriend(?:'s)? (?=cert|one|paper)/g;
const SELF =
  /(?<![和跟同替帮给])我(?:\d|的|自己|是|没|查|搜|呢|这|那|有|就|本人|只|则|系|嘅|,|才|[去今前]年|还|也|已|现在|早就|一直|[学考拿读修])(?!们|师|同|老|朋|徒|工友|哥|弟|爸|妈|儿|娃)|本人|\bmine\b|\bmy cert(?:ificate)?\b|\bmy own\b|\bi (?:have|hold|am|got)\b|\bi'm\b/g;

/**
 * Of what is told about two people (「我师傅的证是2014年的，我的是2016年的」) only the speaker's stays. What is told about somebody
 * else alone stays too: then it is that person who is asked for.
 */
export function ownAmong<T extends { end: number }>(text: string, told: readonly T[]): readonly T[] {
  if (told.length < 2) return told;
  const others = marksOf(text, OTHERS, false);
  if (others.length === 0) return told;
  const selves = marksOf(text, SELF, true).filter(({ at }) => !others.some(other => at >= other.at && at < other.end));
  if (selves.length === 0) return told;
  const marks = [...others, ...selves].sort((one, other) => one.at - other.at);
  const isOwn = ({ end }: T) => marks.findLast(mark => mark.at < end)?.self;
  return told.some(one => isOwn(one) === true) ? told.filter(one => isOwn(one) !== false) : told;
}

const marksOf = (text: string, words: RegExp, self: boolean) =>
  [...matches(text, words)].map(match => ({ at: match.index, end: match.index + match[0].length, self }));
