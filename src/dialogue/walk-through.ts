import type { Text } from '../locale/index.ts';
import { assessRenewal } from '../rules/index.ts';
import { choice, topicChoices } from './choices.ts';
import { phaseOf } from './day-texts.ts';
import type { Said } from './desk.ts';
import { cue } from './per-text.ts';
import { renewalInput } from './renewal.ts';
import { currentCertificate } from './state.ts';
import { cite, linesOf, onceADay, parts, replyOf, say, type Talk } from './talk.ts';
import type { Choice, Reply } from './turn.ts';

/** The question how to renew: placed at the step that the message speaks of, or all steps at a glance and the first one. */
export function answerSteps(talk: Talk, text: string): Said {
  const done = asksAfterUpdate(text) ? talk.notice.steps.findIndex(({ id }) => id === 'download') : -1;
  if (done >= 0) return walkTo(talk, done);
  const screen = talk.notice.screens.find(({ words }) => words.test(text.toLowerCase()));
  if (screen !== undefined && asksAside(talk, text, screen.step))
    return { state: talk.state, replies: [replyOf(stepTexts(talk, screen.step))] };
  if (screen !== undefined) return placeAt(talk, screen.id);
  if (phaseOf(talk.policy, talk.asOf) === 'closed')
    return { state: { ...talk.state, underway: null, open: null }, replies: [overview(talk, closedChoices(talk))] };
  const first = walkTo(talk, 0);
  return { state: first.state, replies: [overview(talk, []), ...first.replies] };
}

/** 「点了更新然后呢」: the step after it. */
const AFTER_UPDATE = cue(
  /(?:点|點|按)(?:过|過|了|完)*[“"「]?更新[”"」]?(?:了|过|過|完|以后|以後|之后|之後|后|後)*[,，]?(?:然后|然後|接着|接下来|接下來|下一步|怎么办|怎麼辦|还要|還要|会怎|會怎|呢|就)|更新(?:完|好|了|以后|之后|后)+[,，]?(?:然后|接下来|下一步|怎么|还要|呢)|\bafter (?:i )?(?:press|click|tap)\w*(?: on)? .?update|\b(?:pressed|clicked|tapped) .?update.?,? (?:and )?(?:then|now|what)/i,
);
const asksAfterUpdate = (text: string): boolean => AFTER_UPDATE.test(text);

/** What is required at another step, asked in the middle of the walk-through: it is answered, and the walk goes on where it was. */
const asksAside = ({ state: { underway, open } }: Talk, text: string, step: string): boolean =>
  underway?.kind === 'steps' && open?.kind === 'step' && underway.step !== step && ASKS_REQUIREMENT.test(text);
const ASKS_REQUIREMENT = cue(
  /要求|规定|什么样|啥样|多大|几寸|底色|什么底|要不要|能不能|能用|可以用|requirement|required|what (?:kind|sort|size|photo|should)|how big|background|does it need|can i use/i,
);

function closedChoices(talk: Talk): Choice[] {
  return [
    choice(talk, 'step:walk', 'walk-past'),
    ...topicChoices(talk, ['missed-deadline', 'unrenewed-validity', 'annual-hours']),
  ];
}

function overview(talk: Talk, choices: readonly Choice[]): Reply {
  const { steps } = talk.notice;
  const closed = phaseOf(talk.policy, talk.asOf) === 'closed';
  const lines = steps.map(({ id, clauses }, index) => ({
    text: say(talk, 'steps-line', { n: String(index + 1), title: say(talk, `step-${id}`) }),
    citations: clauses,
  }));
  return replyOf(
    [
      cite(talk, 'steps-overview.headline', { count: String(steps.length) }),
      ...(closed ? [cite(talk, 'steps-overview.closed')] : []),
      ...inTheWay(talk),
      linesOf(lines),
    ],
    choices,
  );
}

/** What is already known to stand in the way of this certificate's exchange. */
export function inTheWay(talk: Talk): Text[] {
  const { outcome } = assessRenewal(renewalInput(currentCertificate(talk.state), talk.asOf), talk.policy);
  const blocking = ['not-required', 'out-of-scope', 'archive-check', 'archive-late'].includes(outcome);
  if (!blocking) return [];
  const kind = String(currentCertificate(talk.state).facts['certificate.kind']);
  const headline = cite(talk, `verdict-${outcome}.headline`, { kind });
  return [cite(talk, 'steps-not-yet', { headline: headline.text })];
}

/** The walk-through at its n-th step (from 0); after the last one it is done. */
export function walkTo(talk: Talk, index: number): Said {
  const step = talk.notice.steps[Math.max(0, index)];
  if (step === undefined) {
    const choices = topicChoices(talk, ['annual-hours', 'reminders-on', 'old-certificate-void']);
    return {
      state: { ...talk.state, underway: null, open: null },
      replies: [replyOf(parts(talk, 'steps-done'), choices)],
    };
  }
  const before = index < 0 ? [say(talk, 'control-nothing-before')] : [];
  const state = { ...talk.state, underway: { kind: 'steps', step: step.id } as const, open: { kind: 'step' } as const };
  return { state, replies: [replyOf([...before, ...stepTexts(talk, step.id)], stepChoices(talk, Math.max(0, index)))] };
}

/** Where the walk-through stands; 0 when its step is not known any more. */
export function stepIndex({ notice, state }: Talk): number {
  const at = state.underway?.kind === 'steps' ? state.underway.step : undefined;
  return Math.max(
    0,
    notice.steps.findIndex(({ id }) => id === at),
  );
}

/** What is done at a step, told without going there. */
export function tellStep(talk: Talk, id: string): Said {
  const [, texts] = stepTexts(talk, id);
  return { state: talk.state, replies: [replyOf([say(talk, `step-${id}`), ...(texts === undefined ? [] : [texts])])] };
}

function stepTexts(talk: Talk, id: string): Text[] {
  return onceADay(talk, `step:${id}`, () => makeStepTexts(talk, id));
}

function makeStepTexts(talk: Talk, id: string): Text[] {
  const { steps } = talk.notice;
  const title = cite(talk, 'steps-step', {
    n: String(steps.findIndex(step => step.id === id) + 1),
    count: String(steps.length),
    title: say(talk, `step-${id}`),
  });
  return [title, linesOf(parts(talk, `step-${id}`, {}, ['do', 'prepare', 'screen', 'trouble']))];
}

function stepChoices(talk: Talk, index: number): Choice[] {
  return [
    choice(talk, 'step:next', 'next'),
    ...(index > 0 ? [choice(talk, 'step:back', 'back')] : []),
    choice(talk, 'step:stuck', 'stuck'),
    choice(talk, 'step:leave', 'leave'),
  ];
}

/** 「您的屏幕上显示什么？」 */
export function askScreen(talk: Talk): Said {
  const at = ({ step }: { step: string }) => talk.notice.steps.findIndex(({ id }) => id === step);
  const choices = talk.notice.screens
    .toSorted((a, b) => at(a) - at(b))
    .map(({ id }) => ({ id: `screen:${id}`, label: say(talk, `screen-${id}`) }));
  return {
    state: { ...talk.state, open: { kind: 'step' } },
    replies: [replyOf([say(talk, 'steps-which-screen')], choices)],
  };
}

/** The step at which this is seen; a missing 更新 button gets its causes first. */
export function placeAt(talk: Talk, id: string): Said {
  const screen = talk.notice.screens.find(screen => screen.id === id);
  const index = talk.notice.steps.findIndex(step => step.id === screen?.step);
  if (screen === undefined || index < 0) return askScreen(talk);
  const walk = walkTo(talk, index);
  const closed = phaseOf(talk.policy, talk.asOf) === 'closed' ? [cite(talk, 'steps-overview.closed')] : [];
  const texts = id === 'no-update' ? parts(talk, 'steps-no-update') : [...stepTexts(talk, screen.step), ...closed];
  return { state: walk.state, replies: [replyOf(texts, stepChoices(talk, index))] };
}
