import { byId, el, empty } from './dom.ts';

/** Everything that comes within this time is read out as one. */
const TOGETHER_MS = 80;

/** Reads new messages out, politely and once: the only live region of the page. */
export function announcerOf(): (text: string) => void {
  const region = byId('announcer');
  let waiting: string[] = [];
  return text => {
    waiting.push(text);
    if (waiting.length > 1) return;
    setTimeout(() => {
      empty(region);
      region.append(el('p', {}, waiting.join('\n')));
      waiting = [];
    }, TOGETHER_MS);
  };
}
