import type { PageConfig, WireLocale } from '../wire.ts';
import { announcerOf } from './announce.ts';
import { clausesOf } from './clause.ts';
import { composerOf } from './composer.ts';
import { type Conversation, conversationOf } from './conversation.ts';
import { byId } from './dom.ts';
import { languageOf } from './language.ts';
import { earOf } from './listen.ts';
import { type Entry, newMemory, onKeptElsewhere, recall, type Saying } from './memory.ts';
import { askForNewChat } from './new-chat.ts';
import { spoken } from './reply-text.ts';
import { fitToKeyboard, viewOf } from './scroll.ts';
import { statusOf } from './status.ts';
import { threadOf } from './thread.ts';

/** An answer that comes sooner needs no sign that it is being written. */
const TYPING_AFTER_MS = 250;

const config = JSON.parse(byId('config').textContent || '') as PageConfig;
const language = languageOf(config);
const announce = announcerOf();
const status = statusOf(language, announce);
const composer = composerOf(config.maxCharacters, language, text => say(text, { text }));
const view = viewOf();
const thread = threadOf({
  log: byId('log'),
  language,
  clauses: clausesOf(language),
  feedback: config.feedback,
  actions: { say: choose, retry: () => conversation.retry(), edit: text => composer.fill(text) },
});
const ear = earOf(
  () => conversation.memory.lastEvent,
  (id, replies) => conversation.push(id, replies),
);
let typing: number | undefined;
const conversation: Conversation = conversationOf(recall() || newMemory(config.locale), {
  added(entry) {
    thread.show(entry);
    noteBeginning();
    if (entry.kind === 'mine') view.follow();
    else hear(entry);
  },
  changed: entry => thread.show(entry),
  replaced: showEverything,
  waiting(on) {
    window.clearTimeout(typing);
    if (!on) thread.typing(false);
    else typing = window.setTimeout(() => thread.typing(true), TYPING_AFTER_MS);
  },
  trouble: status.show,
  opened: ear.listenTo,
  ended: () => conversation.remark(language.say('web-chat-ended')),
  language: turnTo,
});

function say(text: string, saying: Saying): void {
  conversation.say(text, saying);
}

/** The button pressed goes away with its answer; the focus goes where one writes, except on a phone, where that would open the keyboard. */
function choose(text: string, saying: Saying): void {
  say(text, saying);
  if (matchMedia('(pointer: coarse)').matches) view.focus();
  else composer.focus();
}

function hear(entry: Exclude<Entry, { kind: 'mine' }>): void {
  view.followUnlessAway();
  if (entry.kind === 'note') announce(entry.text);
  else
    announce(
      [spoken(entry.reply.text, language.clauseIds()), ...entry.reply.choices.map(({ label }) => label)].join('\n'),
    );
}

/** The examples are for those who have not said anything yet. */
function noteBeginning(): void {
  const begun = conversation.memory.entries.some(({ kind }) => kind === 'mine');
  document.body.classList.toggle('begun', begun);
}

function turnTo(locale: WireLocale): void {
  if (locale === language.now) return;
  conversation.setLocale(locale);
  showEverything();
}

function showEverything(): void {
  language.turnTo(conversation.memory.locale);
  const { other } = language;
  const turn = byId('language');
  turn.textContent = language.sayIn(other, 'web-language-name');
  turn.lang = other;
  turn.setAttribute('aria-label', language.sayIn(other, 'web-switch-language'));
  thread.showAll(conversation.memory.entries);
  noteBeginning();
  status.refresh();
  composer.refresh();
  view.follow();
}

byId('language').addEventListener('click', () => {
  const wanted = language.other;
  const begun = conversation.memory.entries.some(({ kind }) => kind === 'mine');
  if (!begun) return conversation.restart(wanted);
  turnTo(wanted);
  say(language.sayIn(wanted, 'web-language-name'), { choice: `language:${wanted}` });
});
for (const example of Array.from(document.querySelectorAll('.example'))) {
  example.addEventListener('click', () => choose(example.textContent || '', { text: example.textContent || '' }));
}
askForNewChat(language, () => {
  conversation.restart(language.now);
  composer.focus();
});
onKeptElsewhere(() => conversation.reload());
addEventListener('online', () => conversation.retry());
addEventListener('offline', () => status.show('offline'));
fitToKeyboard();
showEverything();
conversation.start();
