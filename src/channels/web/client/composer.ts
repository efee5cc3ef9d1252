import { byId } from './dom.ts';
import type { Language } from './language.ts';

/** Where people write. */
export interface Composer {
  focus(): void;
  /** Puts a text there to be changed, in place of what stands there. */
  fill(text: string): void;
  /** Shows the counter in the language of now. */
  refresh(): void;
}

/** The counter appears when so much of the limit is used. */
const COUNTS_FROM = 0.9;

export function composerOf(maxCharacters: number, language: Language, send: (text: string) => void): Composer {
  const form = byId<HTMLFormElement>('composer');
  const field = byId<HTMLTextAreaElement>('message');
  const counter = byId('counter');

  function refresh(): void {
    const count = Array.from(field.value).length;
    const over = count - maxCharacters;
    counter.hidden = count < maxCharacters * COUNTS_FROM;
    counter.textContent =
      over > 0
        ? language.say('web-over-limit', { count: over })
        : language.say('web-counter', { count, limit: maxCharacters });
    counter.className = over > 0 ? 'counter over' : 'counter';
    field.setAttribute('aria-invalid', String(over > 0));
    form.classList.toggle('ready', field.value.trim() !== '' && over <= 0);
    grow();
  }

  /** As high as the text, up to what the style allows. */
  function grow(): void {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  function submit(): void {
    const text = field.value.trim();
    if (text === '' || Array.from(text).length > maxCharacters) return;
    field.value = '';
    refresh();
    send(text);
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    submit();
  });
  field.addEventListener('input', refresh);
  field.addEventListener('keydown', event => {
    // 229: Safari ends the composition before it reports the very Enter that ended it.
    const composing = event.isComposing || event.keyCode === 229;
    if (event.key !== 'Enter' || event.shiftKey || composing) return;
    event.preventDefault();
    submit();
  });
  // Pressing the button must not take the focus, or a phone's keyboard would go and come.
  form.querySelector('button')!.addEventListener('mousedown', event => event.preventDefault());
  return {
    focus: () => field.focus(),
    fill(text) {
      field.value = text;
      refresh();
      field.focus();
    },
    refresh,
  };
}
