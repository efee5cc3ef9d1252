/** What a message about reminders wants: to have them, to be rid of them, to be told how it stands with them, or not to have them at night or at other times. */
export type AskedOfReminders = 'on' | 'off' | 'state' | 'night' | 'times';

/** A clause that speaks of reminders; a message may ask something else besides. */
const OF_REMINDERS =
  /提醒|通知|推送|退[订訂定]|[订訂][阅閱]|消息|叫我|喊我|[给給帮幫]我[开開]|remind|unsub|subscrib|notif|alert|messages?\b/i;
/** To be rid of them, whoever is asked or told to do it. */
const ENDS =
  /(?:^|[^忘])(?:别|別|不要|不用|不必|不需要|不想|唔要|唔使|勿|停止?|关[掉了闭]?|關[掉了閉]?|取消|退[订訂定])|\b(?:stop|don.?t|do not|no more|cancel|turn (?:\w+ )?off|unsubscribe|quit|not)\b/i;
/** 「别忘了提醒我」 asks for it. */
const NOT_TO_FORGET = /(?:别|別|不要|莫|勿)(?:再)?忘[了记記]?|(?:don.?t|do not) forget|怕(?:我)?忘/gi;
/** A question in form, a request in fact: 「能提醒我吗」, 「帮我取消好吗」. */
const POLITE_ON =
  /(?:能|可以|可不可以|可否|能否|麻[烦煩]|[帮幫]我|一下|一声|一聲|好[吗嗎不]|行[吗嗎不]|可以[吗嗎不]|成[吗嗎不]|得[无無]|記得|记得)|\b(?:(?:can|could|would) you (?:please )?(?!still)\w+|please|possible to|can i (?:get|have|be)|okay\?|ok\?)/i;
const POLITE_OFF =
  /[帮幫]我|[给給]我|麻[烦煩]|好[吗嗎不]|行[吗嗎]|(?:能|可以|可不可以|能不能)(?:别|別|不要|不再)|\b(?:can|could|would|will) you (?:please )?(?:stop|not|cancel|turn|quit|remove|take|unsubscribe)|please/i;
/** How it stands, how it is done, when and why: nothing of this asks for anything to be done. */
const INQUIRES =
  /[还還][会會能]|[会會]不[会會]|(?:你|您|你们|你們|到[时時]候?|自[动動]|真的|就|^)[会會].*[吗嗎么麼?？]|怎[么麼样樣]|如何|咋|什么时候|什麼時候|啥时|几时|幾時|幾天|几天|有[没沒]有|是不是|是否|多久|多少|[谁誰]|[为為]什[么麼]|[为為]啥|[哪]|[开開][着著了].*[吗嗎没沒]|[订訂消关關]了[吗嗎没沒]|\b(?:how|when|why|what|who|which)\b|still|\b(?:am|are|is|was|were|did|do|does|have|has)\s+(?:i|you|my|the|they|it|there|reminders?)\b/i;
const QUESTION = /[?？]\s*$|[吗嗎么麼没沒呢]\s*[?？]?$|(.)[不没沒]\1/;
const REQUEST_FOLLOWS =
  /有[没沒]有.{0,12}(?:[给給帮幫]我|[开開]一下|[开開]吧)|\bdo you mind\b|what.{0,20}remind me\b(?!\?)/i;
/** Nobody asked for it: 「我没说要提醒」, 「谁让你提醒我的」. */
const NEVER_ASKED =
  /[没沒]有?(?:说|說|要|让|讓|叫|[开開]|想|[订訂])(?!.*(?:取消|[关關停]|退[订訂]))|[谁誰](?:说|說|让|讓|叫|要)|\b(?:didn.?t|did not|never|haven.?t)\s+(?:ask|say|said|asked|want|sign|subscribe|told|tell)|\bwho (?:told|asked|said)/i;
/** 「先不要」 after a question, or said of reminders: not now. */
const NOT_NOW =
  /^(?:那|就|我|还是|還是)*(?:先|[暂暫][时時]|[现現]在|目前)?(?:都|就)?(?:别|別|不要|不用|不必|不需要|不了|算了|唔使|唔要)(?:了|吧|先|提醒|[开開])*[。.!！]?$|\b(?:not (?:yet|now)|don.?t.*\byet)\b|^no(?:pe|t)?\b/i;

/** 「晚上别发」, 「22点以后不要吵我」: not at such times, which is not to be rid of them. */
const AT_NIGHT =
  /晚上?|夜|凌晨|睡|(?:1[89]|2[0-4]|[二两]?十[八九一二三四]?|[七八九]|[789]) ?[点點时時][钟鐘]?(?:之|以)?[后後]|\b(?:at night|nights?|evenings?|after (?:[6-9]|1[0-2]) ?(?:pm|p\.m\.|o.clock)|midnight|asleep|sleep\w*)\b/i;
const AT_TIMES =
  /周[末六日]|星期[六天日]|[礼禮]拜[六天日]|上班|白天|中午|午休|早上|早晨|节假日|[节節]日|\d ?[点點]|\b(?:weekends?|saturdays?|sundays?|working hours|at work|noon|mornings?|daytime|holidays?|before \d)\b/i;
/** To have none at all, also when a time is named. */
const NONE_AT_ALL =
  /取消|退[订訂定]|[关關][掉了闭閉]?|停|再也|\b(?:cancel|unsubscribe|turn|quit|any ?more|at all|ever)\b/i;

function limitIn(clause: string): 'night' | 'times' | undefined {
  if (!(ENDS.test(clause) || /\bno(?:ne|thing)?\b/i.test(clause)) || NONE_AT_ALL.test(clause)) return undefined;
  return AT_NIGHT.test(clause) ? 'night' : AT_TIMES.test(clause) ? 'times' : undefined;
}

const CLAUSE = /[^,，。.;；!！?？\n]+[?？]*/g;

/** What is wanted of reminders by a message that is about them; `likeliest` is what it was taken for as a whole. */
export function askedOfReminders(text: string, likeliest: 'on' | 'off'): AskedOfReminders {
  const plain = text.normalize('NFKC').replaceAll('’', "'").replace(NOT_TO_FORGET, '');
  const clauses = (plain.match(CLAUSE) ?? []).map(clause => clause.trim()).filter(clause => clause !== '');
  if (clauses.some(clause => NOT_NOW.test(clause) && limitIn(clause) === undefined)) return 'off';
  const said = clauses.filter(clause => OF_REMINDERS.test(clause));
  const wants = (said.length > 0 ? said : clauses).map(clause => askedBy(clause, likeliest));
  // Whoever asks and then says what to do has said what to do.
  return wants.findLast(want => want !== 'state') ?? (endsBeside(clauses) ? 'off' : 'state');
}

/** 「怎么退订？我不想收了」: what is wanted stands in a clause of its own. */
const endsBeside = (clauses: readonly string[]): boolean =>
  clauses.some(clause => /不想(?:再)?(?:收|看|要)|不要了|不需要了|don.?t want/i.test(clause) && !QUESTION.test(clause));

function askedBy(clause: string, likeliest: 'on' | 'off'): AskedOfReminders {
  if (NEVER_ASKED.test(clause)) return 'state';
  const limit = limitIn(clause);
  if (limit !== undefined) return limit;
  if (REQUEST_FOLLOWS.test(clause)) return likeliest;
  if (!INQUIRES.test(clause) && !QUESTION.test(clause)) return likeliest;
  if (ENDS.test(clause))
    return POLITE_OFF.test(clause) && !/怎|如何|咋|了[吗嗎没沒]|how/i.test(clause) ? 'off' : 'state';
  return POLITE_ON.test(clause) && !INQUIRES.test(clause) ? likeliest : 'state';
}
