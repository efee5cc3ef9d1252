import type { Choice } from '../../dialogue/index.ts';

export type Button = { text: string; callback_data: string } | { text: string; url: string };

/** The buttons for a reply's choices, and in words what no button can show; a choice is on a button, in the list, or both. */
export interface Keyboard {
  rows: Button[][];
  /** Lines such as `3. label`; the number is the choice's place, so that typing it picks the same. */
  list: string[];
}

/** Marks callback data as ours in a bot that has other buttons too. */
const MARK = 'hz:';
const DATA_BYTES = 64;
/** Telegram's apps cut a button's text off at about this width on a phone; a Chinese character counts as two. */
const ROW_WIDTH = 36;
const HALF_ROW_WIDTH = 16;
/** Telegram takes a hundred in one keyboard; one place is left for a link under the choices. */
const BUTTONS = 99;

/** Lays choices out as inline buttons, two in a row where both are short. */
export function keyboardOf(choices: readonly Choice[]): Keyboard {
  const buttons: Button[] = [];
  const list: string[] = [];
  choices.forEach(({ id, label }, index) => {
    const data = MARK + id;
    const fits = Buffer.byteLength(data) <= DATA_BYTES && buttons.length < BUTTONS;
    const readable = widthOf(label) <= ROW_WIDTH;
    if (!fits || !readable) list.push(`${index + 1}. ${label}`);
    if (fits) buttons.push({ text: readable ? label : shortened(`${index + 1}. ${label}`), callback_data: data });
  });
  return { rows: rowsOf(buttons), list };
}

/** The choice behind callback data, or undefined when the button was not one of ours. */
export function choiceOf(data: string): string | undefined {
  return data.startsWith(MARK) ? data.slice(MARK.length) : undefined;
}

function rowsOf(buttons: readonly Button[]): Button[][] {
  const rows: Button[][] = [];
  for (const button of buttons) {
    const row = rows.at(-1);
    if (row?.length === 1 && isShort(row[0]!) && isShort(button)) row.push(button);
    else rows.push([button]);
  }
  return rows;
}

const isShort = ({ text }: Button): boolean => widthOf(text) <= HALF_ROW_WIDTH;

/** Below it nothing is wide. */
const FIRST_WIDE = 0xa9;
const FIRST_IDEOGRAPH = 0x2e80;
const LAST_IDEOGRAPH = 0xa4cf;
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** Most characters of a label are letters or ideographs, and need no pattern. */
function isWide(character: string): boolean {
  const unit = character.charCodeAt(0);
  if (unit >= FIRST_IDEOGRAPH && unit <= LAST_IDEOGRAPH) return true;
  return unit >= FIRST_WIDE && WIDE.test(character);
}

function shortened(text: string): string {
  let short = '';
  for (const character of text) {
    if (widthOf(short + character) >= ROW_WIDTH) break;
    short += character;
  }
  return `${short.trimEnd()}…`;
}
