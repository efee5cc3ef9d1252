import type { Topic } from '../policies/policy.ts';
import { cue, perText } from './per-text.ts';

/** Longer messages say more than one thing. */
const LONGEST = 64;

const MINE =
  '(?:it|mine|this|that|(?:my|the|our|his|her)(?: old| electronic| training)*(?: cert(?:ificate)?s?| card| licen[cs]e| paper| one))';
/** Whether a certificate is void: what the notice says of that differs from kind to kind. */
export const ASKS_IF_VOID = new RegExp(
  `\\b(?:is|are|was|has|have|did|does|will)(?: ${MINE})(?: now| already| still| been| become| be| get| gone| go| automatically)*(?: void(?:ed)?| invalid(?:ated)?| cancel(?:l)?ed| revoked| dead| worthless| no good| null and void)\\b` +
    '|^(?:那|我|们|他|她|请问|你好|,|，|的|这|本|个|老|旧|证|書|书|證|电子|電子|现在|現在|是不是|会不会|有没有|已经|已經|算不算|都|就|被|自动)*(?:作废|作廢|失效|无效|無效)(?:了|掉)?(?:吗|嗎|没|沒|有|不|么|吧|啊|呀|的|[?？。.!！])*$',
  'i',
);
const PLAIN: readonly (readonly [RegExp, Topic])[] = [
  [ASKS_IF_VOID, 'hours-shortfall'],
  [
    new RegExp(
      `\\b(?:is|are|has|have|did|does|will)(?: ${MINE})(?: now| already| still| been| even| not)*(?: lapsed?| expired?| run out| ran out| out of date| valid| good| usable| in force)\\b`,
      'i',
    ),
    'unrenewed-validity',
  ],
  [
    /\b(?:my|the|our) (?:boss|employer|company|foreman|manager|contractor|agent|agency|leader|office)(?: still| always| now| just)* (?:has|have|keeps?|kept|holds?|is holding|is keeping|took|takes|withholds?|won'?t (?:give|return|release|hand)|refuses)\b.{0,30}\b(?:cert(?:ificate)?s?|card|licen[cs]e|papers?|it)\b|\b(?:cert(?:ificate)?|card) is (?:with|at|held by|kept by|in the hands of) (?:my|the|our) (?:boss|employer|company|foreman|agency|office)/i,
    'not-covered',
  ],
  [
    /(?:老板|老闆|公司|单位|單位|项目部|工头|包工头|中介|前东家).{0,4}(?:扣|压|壓|拿|收|攥|霸)(?:着|著|住|走|了|去).{0,6}[证證]|[证證]书?.{0,4}(?:在|被|给)(?:老板|老闆|公司|单位|單位|项目部|工头|包工头|中介|前东家)(?:.{0,4}(?:手里|手裡|那里|那裡|那儿|扣|压|收|拿)|$|[,，。?？])/,
    'not-covered',
  ],
  [
    /^(?:i(?:['’]ve| have)?|so|oh no|help|sorry|hi|hello|[,.! ])*(?:lost|misplaced) (?:it|mine|(?:my|the|our) (?:old |electronic |training )*(?:cert(?:ificate)?|card|paper))[.! ]*$/i,
    'reissue-change-cancel',
  ],
  [
    /\b(?:stole|stolen|robbed|nicked)\b.{0,24}\b(?:cert(?:ificate)?|card|licen[cs]e|bag|wallet)\b/i,
    'reissue-change-cancel',
  ],
  [
    new RegExp(
      `^(?:hi|hello|so|and|but|then|please|sorry|excuse me|[,.! ])*(?:can|could|may)(?: (?:i|we)(?: still| also| now)* (?:exchange|renew|convert|swap|update)(?: ${MINE})| ${MINE}(?: still| also| now)* be (?:exchanged|renewed|converted|swapped|updated))(?: still| now| or not| too| please)?[?.! ]*$`,
      'i',
    ),
    'eligibility',
  ],
  [
    /(?:换|換)了?(?:个|個)?(?:公司|单位|單位|工地|东家).{0,8}(?:学时|學時|课时).{0,6}(?:算|有效|作数|清零|认)|\b(?:chang|switch|mov|left|leav)\w* (?:my |the |to (?:a |an)?(?:new|other|another) )?(?:company|companies|employers?|jobs?|firms?)\b.{0,24}\bhours\b.{0,16}\b(?:count|valid|lost|carry|keep|still)\b/i,
    'not-covered',
  ],
  [
    /(?:别人|別人|他人|朋友|同事|老婆|老公|儿子|女儿|家人|人).{0,3}(?:代|替|帮|幫)(?:我|他|她)?(?:学|學|刷|听课|上课|考)|(?:能|可以|能不能|可不可以)?(?:找人|请人|花钱)?(?:代学|代刷|代考|替考|替学)|\b(?:someone|somebody|my (?:wife|husband|son|friend|colleague)) (?:else )?(?:do|take|study|learn|complete|attend)\b.{0,24}\bfor me\b/i,
    'not-covered',
  ],
  [
    /\b(?:is|are|was|will) (?:it|the (?:training|course|class|lessons?|exam|test|system|website|page)s?|they)(?: be| given| taught| available| also)* in (?:english|chinese)\b/i,
    'not-covered',
  ],
  [
    /\b(?:need|have|must|has|needs) (?:to )?(?:retrain|train again|train anew|be retrained|redo the training|take the (?:whole )?training again)\b/i,
    'hours-shortfall',
  ],
];

/** Asked in so many words: the topic, whatever the wording sounds like as a whole. */
export const plainlyAsked = perText((text): Topic | undefined => {
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (typed.length > LONGEST) return undefined;
  return PLAIN.find(([words]) => words.test(typed))?.[1] ?? (ASKS_IN_PERSON.test(typed) ? 'renewal-steps' : undefined);
});

/** Whether one has to come oneself, and where to: of the exchange and of the archive check. */
export const ASKS_IN_PERSON = cue(
  /(?:本人|亲自|親自)(?:要不要|需不需要|必须|必須|得|要)?(?:去|到|跑|过去|到场|到場|现场|現場|办|辦)(?!年).{0,10}(?:吗|嗎|么|不|[?？])|(?:要|用|需要|必须|得)不?(?:要|用)?(?:本人|亲自|親自)(?:去|到|过去|到场|到場|办)(?!年)|(?:要不要|用不用|需不需要|非要|一定要)(?:去|到|跑)(?:一趟)?(?:海口|省厅|住建厅|现场|窗口|那边|省里|511)|\b(?:in person|come (?:myself|personally)|go (?:there )?(?:myself|personally))\b/i,
);

/** What has to be handed in or brought, asked of the exchange; what the archive check or a reissue wants is another matter. */
const ASKS_MATERIALS_WORDS = cue(
  /(?:什么|哪些|啥|几样|要|需|带|准备|交|提供).{0,4}(?:材料|资料)(?![员原园元圆])|(?:材料|资料)(?![员原园元圆]).{0,3}(?:要|有|是|清单|什么|哪些)|带(?:什么|啥|哪些)(?:东西|证件)|\b(?:what|which) (?:documents?|materials?|papers?|paperwork)\b.{0,24}\b(?:need|needed|bring|required|submit|hand)/i,
);
const OF_OTHER_ERRANDS = cue(/档案|511|补办|补证|丢|遗失|变更|改名|删|我的资料|archive|lost|reissue|my data/i);

export const asksMaterials = (text: string): boolean => ASKS_MATERIALS_WORDS.test(text) && !OF_OTHER_ERRANDS.test(text);
