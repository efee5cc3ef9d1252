import type { PageConfig, WireLocale, WireReply } from '../wire.ts';
import { announcerOf } from './announce.ts';
import { Clauses } from './clause.ts';
import { Composer } from './composer.ts';
import { Conversation } from './conversation.ts';
import { byId } from './dom.ts';
import { Language } from './language.ts';
import { Ear } from './listen.ts';
import { type Entry, newMemory, onKeptElsewhere, recall, type Saying } from './memory.ts';
import { askForNewChat } from './new-chat.ts';
import { spoken } from './reply-text.ts';
import { Status } from './status.ts';
import { Thread } from './thread.ts';
import { fitToKeyboard, View } from './view.ts';

/** An answer that comes sooner needs no sign that it is being written. */
const TYPING_AFTER_MS = 250;

const config = JSON.parse(byId('config').textContent || '') as PageConfig;
const language = new Language(config);
const announce = announcerOf();
const status = new Status(language, announce);
const view = new View();
let typing: number | undefined;

const conversation = new Conversation(recall() || newMemory(config.locale), {
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
    if (on) typing = window.setTimeout(() => thread.typing(true), TYPING_AFTER_MS);
    else thread.typing(false);
  },
  trouble: trouble => status.show(trouble),
  opened: chat => ear.listenTo(chat),
  ended: () => conversation.remark(language.say('web-chat-ended')),
  language: turnTo,
});
const composer = new Composer(config.maxCharacters, language, text => conversation.say(text, { text }));
const thread = new Thread(byId('log'), {
  language,
  clauses: new Clauses(language),
  actions: { say: choose, retry: () => conversation.retry(), edit: text => composer.fill(text) },
  asksFeedback: () => config.feedback && hasBegun(),
});
const ear = new Ear({
  lastEvent: () => conversation.memory.lastEvent,
  onPush: (id, replies) => conversation.push(id, replies),
});

/** The button pressed goes away; the focus goes where one writes, except on a phone, where that would open the keyboard. */
function choose(text: string, saying: Saying): void {
  conversation.say(text, saying);
  if (matchMedia('(pointer: coarse)').matches) view.focus();
  else composer.focus();
}

function hear(entry: Exclude<Entry, { kind: 'mine' }>): void {
  view.followUnlessAway();
  announce(entry.kind === 'note' ? entry.text : asSpoken(entry.reply));
}

function asSpoken({ text, choices }: WireReply): string {
  return [spoken(text, language.clauseIds), ...choices.map(({ label }) => label)].join('\n');
}

function hasBegun(): boolean {
  return conversation.memory.entries.some(({ kind }) => kind === 'mine');
}

/** The examples are for those who have not said anything yet. */
function noteBeginning(): void {
  document.body.classList.toggle('begun', hasBegun());
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
  if (!hasBegun()) return conversation.restart(wanted);
  turnTo(wanted);
  conversation.say(language.sayIn(wanted, 'web-language-name'), { choice: `language:${wanted}` });
});
for (const example of Array.from(document.querySelectorAll('.example'))) {
  example.addEventListener('click', () => {
    const text = example.textContent || '';
    choose(text, { text });
  });
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
