import type { Understanding } from '../understanding/index.ts';
import { type Desk, type Spoken, spokenOn, talkAt } from './desk.ts';
import { cue } from './per-text.ts';
import type { State } from './state.ts';
import { cite, replyOf } from './talk.ts';

/** What is deleted is gone: it takes an order, and nothing that only speaks of it. */
type Deed = 'delete' | 'keep' | 'unclear';

const DELETES = cue(/删|刪|清[空除掉]|抹掉|\b(?:delete|erase|remove|wipe)\b/i);
const NEGATES = cue(/[不别別莫勿]|\b(?:don.?t|do not|not|never|no)\b/i);
const ASKS = cue(
  /[?？吗嗎么麼谁誰怎哪啥几幾呢]|什|是不是|会不会|要不要|能不能|可不可以|多久|\b(?:what|who|how|when|where|why|which|is|are|does|do you|will|would|can i|should)\b/i,
);

/** All that an order may hold, in either language; whatever else stands there makes it something else. */
const ORDER_WORDS =
  /麻烦|麻煩|[请請]|[帮幫给給替][我]|您|你|我(?:[要想]|的|说的|說的)?|现在|現在|[马馬]上|立[刻即]|赶紧|全部|所有|统统|都|把|将|[这這]些|它们?|资料|資料|数据|數據|信息|东西|內容|内容|记着的|聊天|[记記][录錄]|确[定认]|確[定認]|可以|好的?|行|是的?|对|對|嗯|要|就|那|删除|刪除|[删刪](?:掉|光|了|干净)?|清[空除掉]|抹掉|一下|掉|吧|啊|呀|了|的|哈|嘛|\b(?:yes|yeah|yep|ok|okay|sure|please|just|now|go|ahead|and|do|it|all|of|them|that|this|everything|my|the|data|information|info|chat|history|i|want|would|like|you|to|confirm|confirmed|delete|erase|remove|wipe|for|me|right|away)\b|[\s,，.。;；!！~～“”"'「」]/giu;
const CONFIRMS = cue(
  /^(?:我)?(?:确[定认]|確[定認]|是的?|要|对|對)(?:了|的|吧|啊)?$|^(?:yes|yeah|yep|confirm(?:ed)?|do it|go ahead|yes please)$/i,
);
/** A request in the form of a question, of which nothing is left but its asking. */
const POLITE =
  /(?:好[吗嗎不么]|行[吗嗎不]|可以[吗嗎]|好不好)[?？]?\s*$|^(?:can|could|would) you (?=.*\bplease\b)|(?<=\bplease)[?？]$/i;
const ASKS_FAVOUR = cue(/[帮幫给給替]我|[请請]|麻[烦煩]|please/i);

function deedIn(text: string, { polarity }: Understanding): Deed | undefined {
  const plain = text.normalize('NFKC').trim();
  const words = ASKS_FAVOUR.test(plain) ? plain.replace(POLITE, '') : plain;
  const isOrder = words.replace(ORDER_WORDS, '') === '';
  if (isOrder && DELETES.test(words)) return 'delete';
  const bare = words.replace(/[\s,，.。!！~～]+$/u, '');
  if (CONFIRMS.test(bare)) return 'delete';
  if (ASKS.test(plain)) return undefined;
  if (polarity === 'no' || (NEGATES.test(plain) && DELETES.test(plain))) return 'keep';
  return isOrder && polarity === 'yes' ? 'unclear' : undefined;
}

/**
 * Typed right after 删除 and 先不删 were offered: an order to delete, or to keep. A mere “good” is asked for the word; a question, and whatever is said of
 * the roster's records, is answered as what it is.
 */
export function hearDelete(
  desk: Desk,
  state: State,
  text: string,
  understood: Understanding,
): 'delete' | 'keep' | Spoken | undefined {
  if (state.open?.kind !== 'delete' || state.lastTopic !== 'my-data') return undefined;
  const deed = deedIn(text, understood);
  if (deed !== 'unclear') return deed;
  return spokenOn('my-data', { state, replies: [replyOf([cite(talkAt(desk, state), 'data-say-it')], state.offered)] });
}

const SENT = cue(
  /(?:身份[证證]|[证證]件|号码|號碼|资料|資料|信息|照片|隐私|隱私).{0,10}(?:[发發]|[输輸]|填|打|贴|貼|[传傳])|(?:[发發]|[输輸]|填|打|贴|貼|[传傳])(?:了|出|错|錯|上).{0,8}(?:身份[证證]|[证證]件|号码|號碼|资料|資料)|\b(?:sent|typed|posted|pasted|shared|gave)\b.{0,24}\b(?:id|passport|number|card|details)\b/i,
);
const TAKES_BACK = cue(
  /撤回|撤[销銷]|[删刪]|清[空除掉]|抹掉|收回|[发發][错錯]|\b(?:delete|erase|remove|wipe|unsend|recall|take (?:it )?back|undo|withdraw)\b/i,
);

/** Somebody has sent here what they would rather not have sent, and wants it gone. */
export const regretsSending = (text: string): boolean => SENT.test(text) && TAKES_BACK.test(text);

const OF_ROSTER = cue(
  /名册|名冊|花名|名单里|名單裡|(?:培训|培訓|学时|學時|系统|系統)(?:里|裡|上|中)?(?:的|那些)*[记記紀][录錄]|\broster\b|\b(?:training|hours?) records?\b/i,
);
const CHANGES = cue(
  /[删刪改抹]|清[空除掉]|更正|纠正|[谁誰]管|\b(?:delete|erase|remove|wipe|change|correct|fix|amend|edit)\w*\b/i,
);

export const speaksOfDeleting = (text: string): boolean => DELETES.test(text);

/** The records of the roster are not this program's to delete or change. */
export const asksOfRoster = (text: string): boolean => OF_ROSTER.test(text) && CHANGES.test(text);
