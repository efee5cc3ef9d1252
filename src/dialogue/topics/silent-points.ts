import type { Topic } from '../../policies/policy.ts';
import { topicChoices } from '../choices.ts';
import type { Said } from '../desk.ts';
import { cue } from '../per-text.ts';
import { currentCertificate } from '../state.ts';
import { parts, replyOf, type Talk } from '../talk.ts';
import type { Heard } from './plain.ts';

/** Topics in which these points are asked. */
const ASKED_IN: readonly Topic[] = ['annual-hours', 'hours-start', 'hours-shortfall'];
/** What a question about the hours of several certificates is taken for as well. */
const SEVERAL_IN: readonly Topic[] = ['renewal-hours', 'not-covered'];

/** 「两本」 are certificates by themselves; 「4个」 may be hours, and needs the word. */
const SEVERAL =
  '(?:(?:[两二兩三四五2-5几幾多]|好几|好幾)(?:[本张張](?:(?:电子|電子)?[证證])?|[个個份种種](?:不同的?)?(?:(?:电子|電子)?[证證]|岗|崗|工种|工種))(?:[,，。、]|都|的)?|[多两兩][证證]|员[证證]?(?:和|跟|与|、|同).{1,6}员(?:[证證]|[两兩]))';
const OTHER_YEAR =
  '(?:20\\d\\d年?|(?<!\\d)\\d\\d年|明年|下一?年|下个?年度|次年|来年|來年|后年|後年|去年|上一?年|前年|前面的?年|以前的?年|往年|另一年|别的年)';

/** A point that the notice leaves open, and the words that ask for it, by the name of the point in the policy. */
const POINTS: readonly { point: string; words: RegExp }[] = [
  {
    point: 'several-certificates',
    words: new RegExp(
      `${SEVERAL}.*(?:各|都|一共|总共|分开|分開|合|[两兩双雙2几幾一]份|[两兩2几幾一]遍|一次|共用|通用|公共|公需|够|夠|怎么算|怎麼算|翻倍|加倍|[吗嗎]|还是|學一個|学一[个本]|一起[学學]|64|96|六十四|九十六|可以|行不行)|(?:一份|一次|一遍|同一?[份次]).*${SEVERAL}|` +
        '\\b(?:two|three|both|several|2|3)\\b.{0,20}\\b(?:certificates?|trades|posts)\\b|\\bfor each certificate\\b',
      'i',
    ),
  },
  {
    point: 'make-up',
    words: new RegExp(
      `补.{0,6}${OTHER_YEAR}|${OTHER_YEAR}.{0,12}补|(?:能|可以|让|给)不?(?:能|可以)?补(?:学|课|学时|上|回)|补学|` +
        '\\b(?:make up|made up|catch up)\\b',
      'i',
    ),
  },
  {
    point: 'carry-over',
    words: new RegExp(
      `(?:多学|多出|多修|超出|超过|剩下|富余|多余|多的).{0,12}(?:${OTHER_YEAR}|[抵顶留转])|${OTHER_YEAR}的?(?:学时|课|32|三十二)?.{0,8}(?:现在|提前|先|今年).{0,6}学|(?:提前|预先|先把|趁早).{0,10}${OTHER_YEAR}|一次.{0,4}(?:64|六十四).{0,6}两年|` +
        '\\b(?:carry|carried) (?:over|forward)\\b|\\b(?:extra|surplus|excess)\\b.{0,30}\\b(?:next|another|other) year\\b|\\b(?:ahead|advance)\\b|\\bnext year.s (?:hours|training)\\b.{0,12}\\bnow\\b',
      'i',
    ),
  },
];

const OF_HOURS = cue(/学|學|课|課|继续教育|繼續教育|hours|training/i);

/** 「三个证是不是要学96个学时」, whatever else its words sound like. */
export const asksOfSeveral = (text: string): boolean =>
  OF_HOURS.test(text) && !/[换換]|exchang/i.test(text) && POINTS[0]!.words.test(text);

/** The answer to a question about a point that the notice is silent on: that it is, what it does say, and what is safe meanwhile. */
export function answerSilentPoint(talk: Talk, topic: Topic, { text, facts }: Heard): Said | undefined {
  const asksSeveral = SEVERAL_IN.includes(topic) && asksOfSeveral(text);
  if (!(ASKED_IN.includes(topic) || asksSeveral) || facts.some(({ name }) => name === 'record')) return undefined;
  const named = POINTS.find(({ words }) => words.test(text))?.point;
  // What 2.1 says of electronic certificates is not told of others; several certificates are asked about together.
  const isSafety = currentCertificate(talk.state).facts['certificate.kind'] === 'safety-officer';
  if (isSafety && named !== 'several-certificates') return undefined;
  const point = talk.policy.openPoints.find(({ id }) => id === named);
  if (point === undefined) return undefined;
  const tongue = talk.words.locale === 'zh-CN' ? 'zh' : 'en';
  const args = { point: point.id, meanwhile: point.meanwhile[tongue] };
  const choices = topicChoices(talk, ['annual-hours', 'hours-shortfall', 'contact']);
  return { state: talk.state, replies: [replyOf(parts(talk, 'silent-point', args), choices)] };
}
