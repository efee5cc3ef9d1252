/** Who is only quoted, or stands for everybody: 「听说…」「人家说…」「群里通知…」「大家都换了…」, "they say …", "everybody has …". */
const QUOTED = new RegExp(
  [
    '(?:听|聽)(?:人家?|别人|他们|工友|同事|师傅|老板)?(?:们)?(?:[说讲]|到|闻)',
    '(?:人家|别人|人们|大家|他们|她们|工友|同事|师傅|老板|领导|班长|队长|工头|中介|机构|项目部?|公司|单位|厂里|群里|工地|住建局|上面|网上|抖音|外面|外头|外边|有人|都)(?:们|里|上|上面|里面|那边)?(?:现在|最近|今天|昨天|一直|老|总|天天|又|还|都|在|就|跟我们?|和我们?|给我们?|对我们?|叫我)*(?:说|讲|传|通知|要求|叫|喊|催|逼|让|非要|规定)',
    '(?:大家|人家|别人|他们|她们|工友们?|同事们|其他人|别的人|人人|个个|我们这)(?:现在|早就?|已经|全部?|也|都|手里)*(?:都|全|换|有|是|拿)',
    '(?:^|[,。;!?\\n ])现在(?:不是)?都(?:是|要|用|换|兴)',
    '\\b(?:they|people|everyone|everybody|some(?:one|body)|(?:my |the )?(?:boss|foreman|manager|company|office|colleagues?|co-?workers?|mates?)) (?:all |always |just |also |now )*(?:says?|said|tells?|told|claims?|claimed|wants?|asks?|asked|heard)\\b',
    '\\bi (?:have |just |also )*heard\\b|\\brumou?r',
    '\\b(?:everyone|everybody|the others|people) (?:else )?(?:here |now |already )*(?:has|have|got|is|are)\\b',
  ].join('|'),
);
/** Behind it the speaker comes to what is theirs: 「师傅说我这个是…」. */
const OWN_AGAIN =
  /(?:我|咱|俺)们?(?:自己)?(?:的|这|那|手|有|拿|是|本人|就|现在)|手[里上头]|\b(?:mine|my|i have|i hold)\b/;

/** Whether what follows `ahead` in its clause is what others say or have: then it is nobody's own. */
export function isHearsay(ahead: string): boolean {
  const quoted = QUOTED.exec(ahead);
  return quoted !== null && !OWN_AGAIN.test(ahead.slice(quoted.index + quoted[0].length));
}

/** 「要换那个什么…」「怎么办…」「怎么伪造一本…」: what is to be got is not what somebody has. */
const TO_BE_GOT =
  /(?:要|得|需要?|必须|应?该|想|打算|准备|能|可以|怎[么样]|咋|如何|才|去|帮我?|让)(?:去|来|再|先|给我|人)*(?:换|办|弄|搞|转|领|申请|下载|伪造|仿造|造|买|考|拿|有)[^,。;!?\n]*$|\b(?:have to|need to|must|should|want to|how (?:do|can) i|going to) (?:get|have|apply|exchange|switch|change|buy|obtain)\b[^,.;!?\n]*$/;

export function isToBeGot(ahead: string): boolean {
  const got = TO_BE_GOT.exec(ahead);
  return got !== null && !OWN_AGAIN.test(got[0]);
}
