import { byId } from './dom.ts';
import type { Language } from './language.ts';

/** The counter appears when so much of the limit is used. */
const COUNTS_FROM = 0.9;

/** Where people write. */
export class Composer {
  private readonly form = byId<HTMLFormElement>('composer');
  private readonly field = byId<HTMLTextAreaElement>('message');
  private readonly counter = byId('counter');
  private readonly maxCharacters: number;
  private readonly language: Language;
  private readonly send: (text: string) => void;

  constructor(maxCharacters: number, language: Language, send: (text: string) => void) {
    this.maxCharacters = maxCharacters;
    this.language = language;
    this.send = send;
    this.form.addEventListener('submit', event => {
      event.preventDefault();
      this.submit();
    });
    this.field.addEventListener('input', () => this.refresh());
    this.field.addEventListener('keydown', event => {
      if (!isSendKey(event)) return;
      event.preventDefault();
      this.submit();
    });
    // Pressing the button must not take the focus, or a phone's keyboard would go and come.
    this.form.querySelector('button')!.addEventListener('mousedown', event => event.preventDefault());
  }

  focus(): void {
    this.field.focus();
  }

  /** Puts a text there to be changed, in place of what stands there. */
  fill(text: string): void {
    this.field.value = text;
    this.refresh();
    this.field.focus();
  }

  /** Shows the counter, in the language of now, and makes the field as high as its text, up to what the style allows. */
  refresh(): void {
    const { field, counter, language, maxCharacters } = this;
    const count = charactersOf(field.value);
    const over = count - maxCharacters;
    counter.hidden = count < maxCharacters * COUNTS_FROM;
    counter.textContent =
      over > 0
        ? language.say('web-over-limit', { count: over })
        : language.say('web-counter', { count, limit: maxCharacters });
    counter.classList.toggle('over', over > 0);
    field.setAttribute('aria-invalid', String(over > 0));
    this.form.classList.toggle('ready', field.value.trim() !== '' && over <= 0);
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  private submit(): void {
    const text = this.field.value.trim();
    if (text === '' || charactersOf(text) > this.maxCharacters) return;
    this.field.value = '';
    this.refresh();
    this.send(text);
  }
}

function isSendKey(event: KeyboardEvent): boolean {
  // 229: Safari ends the composition before it reports the very Enter that ended it.
  const composing = event.isComposing || event.keyCode === 229;
  return event.key === 'Enter' && !event.shiftKey && !composing;
}

/** As the server counts: code points. */
function charactersOf(text: string): number {
  return Array.from(text).length;
}
