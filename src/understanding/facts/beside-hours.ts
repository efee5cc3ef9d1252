import type { DateMention } from './dates.ts';
import { after, before } from './reading.ts';

/** A number behind the year in its clause: 「25年16」, 「今年学了20」; not the code of a trade, and no month or number of another thing. */
const HOURS_BEHIND =
  /^年?度?的?[^,。;!?\n\d]{0,10}(?<![a-z.])(?!1[01]\d(?!\d))\d{1,7}(?!\d|[年月日号./-]|[本张人]|个[月人])/;
/** 「25年学得少」, "2025 I did little": of studying, though no number is told. */
const STUDY_BEHIND =
  /^年?度?的?(?:我|就|才|只|也|都|基本|一直|没怎么|没|不|的)*(?:学(?![员校历])|修|上课|刷课|课时)|^,? (?:i |we )?(?:studied|did|didn't|hours)\b/;
/** 「32 去年」, "20 in 2024". */
const HOURS_AHEAD = /(?<![\d./-])(?!1[01]\d\D)\d{1,3} ?(?:个|学时|课时|hours?|hrs?)?(?: (?:in|for|during|of))? $/;

/** A date beside a number of hours tells of which year they are; it is no day of issue, whatever was asked. */
export function isBesideHours(text: string, { start, end }: Pick<DateMention, 'start' | 'end'>): boolean {
  const behind = after(text, end, 24);
  return HOURS_BEHIND.test(behind) || STUDY_BEHIND.test(behind) || HOURS_AHEAD.test(before(text, start, 16));
}

/** 「补2025年的」, 「2025年的不够」: of the hours of that year. 补办 and 补证 are of a lost certificate. */
const OF_HOURS_AHEAD =
  /(?:(?<!遗失)补(?!办|证|发|领)(?:学|修|上|齐|回|录|交)?|学|修|刷|听|欠|差|缺|少|漏|落下|抵|顶|算|录|录入|凑|够|交)(?:[了的完到够满]|进去?)*$/;
const OF_HOURS_BEHIND =
  /^年?度?的(?:还|也|都|就|再|我|能|可以?|要|得|用|没|不|是|怎么|咋)*(?:补(?!办|证|发|领|卡|个证)|够(?!了)|足|满|学(?!时)|修|欠|差|缺|少|漏|落下|录|上报|显示|抵|顶|算|审)/;
const NOT_COUNTED_BEHIND = /^年?度?的?(?:怎么|为什么|为啥|咋|都|也|就)*(?:不算|没算|不计|没计|不作数|作数|算不算|算数)/;

/** A year that is named as that of hours, though no number of them is told: no day of issue. */
export function isYearOfHours(text: string, { start, end }: Pick<DateMention, 'start' | 'end'>): boolean {
  const behind = after(text, end, 24);
  return (
    (/^年?度?的(?!证|本|那|电子|老)/.test(behind) && OF_HOURS_AHEAD.test(before(text, start, 12))) ||
    OF_HOURS_BEHIND.test(behind) ||
    NOT_COUNTED_BEHIND.test(behind)
  );
}

const THAT_YEAR_IS = /(?:[去今前上本]年|(?:last|this) year)(?:度|也|就|不?是|指|说|的|=|:|is|was| )*$/;

/** 「去年是2025年」 tells which year last year was, and nothing of a certificate. */
export const isCalendarTalk = (text: string, { start }: Pick<DateMention, 'start'>): boolean =>
  THAT_YEAR_IS.test(before(text, start, 16));
