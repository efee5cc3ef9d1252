import type { Topic } from '../policies/policy.ts';
import type { Understanding } from '../understanding/index.ts';
import { cue } from './per-text.ts';

/** To be told something: without any such word a message asks for no reminder. */
const TO_BE_TOLD = cue(
  /我|俺|咱|本人|提|题|通|催|叫|喊|[开開]|告|[发發]|[传傳]|送|[铃鈴]|盯|吼|留言|[订訂]|[消讯訊信]息|[a-z]/i,
);
/** Said of what an office does with a certificate: who wants to be told of that says so plainly. */
const OF_AN_OFFICE = cue(
  /延|续期|續期|盖章|蓋章|住建局|住建[厅廳]|窗口|注销|註銷|补办|補辦|年[审審检檢]|\b(?:stamp\w*|office|bureau|authority|extend\w*|extension|prolong\w*)\b/i,
);
const ASKS_TO_BE_TOLD = cue(
  /提[醒示我前早]?[一我]|提醒|提示|通知|叫我|喊我|告[诉訴知]|催我|[给給]我[发發说說留]|[发發]我|找我|[开開]启?提|[订訂][阅閱]|推送|remind|tell me|notif|inform|notice|alert|message|write to|ping|nudge|heads.?up|let me know|subscrib/i,
);

/** 「八大员取消了」: something else than messages has ended, by what people say. */
const THING_ENDED = cue(
  /(?:员|員|[证證]|[证證][书書]|考[试試]|[资資]格|制度|政策|[岗崗]位|系[统統]|窗口|[业業][务務]|[办辦]理|[换換][证證]|延期|延[续續]|培[训訓])[^,，。.;；!！?？]{0,6}(?:取消|停|[关關]|[废廢])|\b(?:posts?|certificates?|exams?|licen[cs]es?|schemes?|system|training)\b.{0,24}\b(?:abolish|cancel|scrap|stopp|discontinu|end)ed\b/i,
);
const OF_MESSAGES = cue(
  /提|通知|推送|[发發]|[传傳]|[消讯訊信]息|收|[订訂]|[烦煩]|吵|[响響]|催|退|[别別]|不要|不用|remind|notif|messag|alert|subscri|notice|don.?t|stop (?:it|send|mess)/i,
);

/** A message that was taken for a wish about reminders, and is none: what it is about in fact, as far as that can be told. */
export function noWishForReminders(text: string, understood: Understanding): Understanding {
  const [topic] = understood.asked;
  if (topic !== 'reminders-on' && topic !== 'reminders-off') return understood;
  const isNone =
    topic === 'reminders-on'
      ? !TO_BE_TOLD.test(text) || (OF_AN_OFFICE.test(text) && !ASKS_TO_BE_TOLD.test(text))
      : THING_ENDED.test(text) && !OF_MESSAGES.test(text);
  if (!isNone) return understood;
  const instead = insteadOf(topic, text);
  const ranking = understood.ranking.filter(({ topic: one }) => one !== topic);
  const asked = [...new Set([...(instead === undefined ? [] : [instead]), ...understood.asked.slice(1)])];
  return { ...understood, ranking, asked, certain: asked.length > 0 && understood.certain };
}

const OF_CHANGES = cue(/延|续期|續期|盖章|蓋章|注销|註銷|补办|補辦|stamp|exten|prolong/i);
const OF_A_POST = cue(/[员員]|考[试試]|[资資]格|制度|posts?\b|exam|scheme/i);

function insteadOf(topic: Topic, text: string): Topic | undefined {
  if (OF_CHANGES.test(text)) return 'reissue-change-cancel';
  return topic === 'reminders-off' && OF_A_POST.test(text) ? 'not-covered' : undefined;
}
