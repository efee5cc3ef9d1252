import type { DateMention } from './dates.ts';
import { after, before, matches } from './reading.ts';
import { any } from './words.ts';

/** A number of hours that is told as done or planned: not one that is required, missing, asked about or vague. */
export interface Amount {
  start: number;
  end: number;
  value: number;
  /** 学时, "hours" stands behind it. */
  unit: boolean;
  /** 个 stands behind it, or it has a unit. */
  counted: boolean;
  /** Hours of 专业岗位知识. */
  professional: boolean;
  /** Said to be about so many. */
  vague: boolean;
}

const NUMBER =
  /(?<![\d.a-z-]|(?<!(?<!\d)(?:19|20)\d)\d:)(?:(?<!\/ ?)|(?<=(?:hours?|hrs?|学时|课时) ?\/ ?)|(?=[\d.]+ ?(?:hours?|hrs?|学时|课时)))(?<value>\d{1,4}(?:\.\d{1,2})?)(?<half>个半)?(?<ge>个)?(?<unit> ?(?:学时|课时|小时|个?钟头?|学分|hours?|hrs?|h(?![a-z])|credit hours?|credits?))?(?![\d.]*\d|[年月日号岁元块人次分天%级条名斤点室楼米万度:]|节|堂| ?(?:years?|yuan|people|days?|persons?|dollars?|rmb|-))/g;

/** Studying, and its being over: 「刷够了」, 「修了」. */
export const STUDY = any('学习 学 修 上课 上 刷 听 读 看 做 混 搞 弄 整 攒 凑 补 完成 拿 挣 录');
export const OVER = any('够了 满了 完了 到了 了 过 完');
/** The same where it may be repeated: 「完了」 is 完 and 了. */
const OVERS = any('够了 满了 到了 了 过 完');

const PROFESSIONAL = any('专业 本专业 岗位知识');
const PROFESSIONAL_BEFORE = new RegExp(
  `(?:${PROFESSIONAL}${any('课 岗位 知识 [这那]?部分 类 方面 学时 的 里 性 [这那][块边里儿头]')}*我?|professional(?: hours| ones| part| knowledge)?|pro hours|\\bpro(?= \\d{1,3}$| $)|(?:own|my) (?:field|trade)|specialist|specialty)(?:${STUDY}${OVERS}|${any('到了 了 过 完 有 是 占 为 够 满 才 只 就 也 已 正好 刚好 恰好 足足 = : , _is _was _were -')})* ?$`,
);
const PROFESSIONAL_AFTER = new RegExp(
  `^ ?个?${any('是 为 属于 都是 算 的是 学时是 学时的')}?(?:${PROFESSIONAL}(?!${any('课 岗位 知识 [这那]?部分 [这那][块边里儿头] 类 方面 学时 的 好像 大概 大约 可能 应该 正好 刚好 只 就 也')}*(?:${STUDY}?${OVER}|[是有占才,:=])?[\\d一二两三四五六七八九十])|(?:hours? )?${any('of_them_ of_which_ of_it_ of_those_ are_ were_ was_ is_')}*(?:(?:on |in )?(?:the )?(?:professional|pro(?= hours|\\b))(?! ?(?:hours?)?[:= ]+\\d)|in (?:my|the) (?:own )?(?:trade|field)|specialist|specialty))`,
);
/** A few words more between it and its number: 「专业科目」, 「专业嗰啲有」, "professional section shows". */
const PROFESSIONAL_NEAR =
  /(?:专业|(?<![a-z])专(?=[ :]?$))(?!不|要|需)[^\d,。;!?要需差缺不没总共加]{0,7}$|(?<![a-z])prof(?:essional)?s?\b(?: (?!and|total|all|no|not|need|only need|must)[a-z']+){0,5}[ :=]*$/;
const PUBLIC_BEFORE = new RegExp(`${any('公共 公需 通用 综合 public general')}[^\\d,。;!?]{0,8}$`);
const PUBLIC_AFTER = /^ ?(?:个)?(?:是|都是)?(?:公共|公需|通用| public| general)/;

/** All but 学, which stands by itself there. */
const OTHER_STUDY = STUDY.replace('|学|', '|');
const VAGUE_BEFORE = new RegExp(
  `${any('大概 大约 差不多 约 接近 快 将近 好像 估计 可能 也就 几乎 about around roughly maybe almost nearly')}(?:${OTHER_STUDY}?${OVERS}|[有是学])*个? ?$`,
);
const VAGUE_AFTER = /^(?:多|来|几|把|哈儿?|左右|上下|以上|出头|不到| or so|ish|\+)/;
const MISSING_BEFORE = new RegExp(
  `${any('差 缺口[仅是为只有]* 缺 欠 少 剩 剩下 还要 还需 还得 短 补(?!了|学了) 要补 再补 short_of short_by missing lacking lack left another remaining need need_to_do')}[了学修个]* ?$`,
);
const MISSING_AFTER =
  /^(?:(?:都|也)还?(?:没|未)|(?:还|就)?(?:没|未)(?:学|修|完成|上|有|动|碰|整|弄|听|看|读|刷|搞|$)| short| missing| left| to go| more| remaining)/;
const CONDITION_AFTER = new RegExp(
  `^(?:${any('才能? 就能 就可以 就行 就够 以后 之后 后(?!来) 再 能换 的要求 的任务 的规定 的标准 的班 的课 的培训 先得 先够 里面\\d 里头\\d 当中 怎么 够不够 够吗 是什么 是不是 还不够 是要 一年 每年 是每年')}|[^,。;!?\\d]{0,8}${any('可不可以 行不行 要得不 是哪 有哪 哪些 包括什么 包不包括')}| (?:a|per|each|every) year| (?:is|are) (?:required|needed|enough)| requirement|[ -](?:class|course|training course|programme|program|package|requirement)s?\\b)`,
);
/** 「去年20今年40行不行」: hours of a year are told, and what is asked is whether they are enough. */
const OF_A_YEAR =
  /(?:去年|今年|前年|大前年|明年|后年|\d{2,4}年)[我才只就也又再]{0,2}(?:打算|准备)?(?:学习?|修|上)?[了过到够满]?$/;
/** Not 「32学时/专业22」, "34 hours and 22 professional". */
const ALTERNATIVE_AFTER =
  /^ ?(?:还是|或者?|和|跟|与|or|and|\/|-|~|到|至) ?\d(?![\d.]* ?(?:个|学时|hours? )?(?:of (?:them|which) )?(?:are )?(?:专业|pro\b|professional|in (?:my|the) (?:own )?(?:trade|field)))/;
const ALTERNATIVE_BEFORE = /\d(?:个|学时|课时)?(?:还是|或者?| or |-|~|到|至) ?(?:学|要|是)?$/;
const ASKED_BEFORE = new RegExp(
  `${any('是不是 是否 要不要 能不能 用不用 为什么 凭什么 谁说 听说 听人说 有人说 人家说 又说')}[^,。;!?]*$|^有人?[学上修]过?了?$|^ ?${any('do does is are should must how why will would')}\\b[^,。;!?]*$`,
);

/** 「不是20是28」: the first is taken back. */
const DENIED_BEFORE = /(?<![是要])(?:不是|不系|并非)(?:学了?)?$|\b(?:not|isn't|wasn't) $/;

/** The numbers in a text that may be hours somebody did; those inside dates are not. */
export function findAmounts(text: string, dates: readonly DateMention[]): Amount[] {
  const amounts: Amount[] = [];
  for (const match of matches(text, NUMBER)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (dates.some(date => start < date.end && end > date.start)) continue;
    const { value, half, ge, unit } = match.groups!;
    const [ahead, behind] = [before(text, start, 30), after(text, end, 30)];
    if (isOpen(ahead, behind)) continue;
    amounts.push({
      start,
      end,
      value: Number(value) + (half ? 0.5 : 0),
      unit: unit !== undefined,
      counted: Boolean(half || ge || unit),
      professional:
        PROFESSIONAL_AFTER.test(text.slice(end, end + 40)) ||
        PROFESSIONAL_BEFORE.test(ahead) ||
        PROFESSIONAL_NEAR.test(ahead),
      vague: VAGUE_BEFORE.test(ahead) || VAGUE_AFTER.test(behind),
    });
  }
  return amounts;
}

/** Asked about, missing, a condition, one of two, or hours of another kind. */
export function isOpen(ahead: string, behind: string): boolean {
  return (
    ALTERNATIVE_AFTER.test(behind) ||
    DENIED_BEFORE.test(ahead) ||
    ALTERNATIVE_BEFORE.test(ahead) ||
    ASKED_BEFORE.test(ahead) ||
    MISSING_BEFORE.test(ahead) ||
    MISSING_AFTER.test(behind) ||
    (CONDITION_AFTER.test(behind) && !OF_A_YEAR.test(ahead)) ||
    PUBLIC_BEFORE.test(ahead) ||
    PUBLIC_AFTER.test(behind)
  );
}
