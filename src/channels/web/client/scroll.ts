import { byId } from './dom.ts';

/** The view on the thread. */
export interface View {
  /** Brings what is new into view: as much of the end as leaves the last question to be seen. */
  follow(): void;
  /** The same, but not for a reader who has gone elsewhere in the thread: that one is told. */
  followUnlessAway(): void;
  focus(): void;
}

const NEAR_PX = 120;

export function viewOf(): View {
  const scroller = byId('scroller');
  const log = byId('log');
  const latest = byId<HTMLButtonElement>('latest');
  const stillness = matchMedia('(prefers-reduced-motion: reduce)');
  // Told by what the reader does: while the page itself scrolls, the position says nothing.
  let readerMoved = false;

  const distance = (): number => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop;
  const scrollTo = (top: number): void => scroller.scrollTo({ top, behavior: stillness.matches ? 'auto' : 'smooth' });
  const update = (): void => {
    latest.hidden = distance() < NEAR_PX;
    if (latest.hidden) latest.classList.remove('missed');
  };
  const follow = (): void => {
    const questions = log.querySelectorAll<HTMLElement>('.mine');
    const question = questions[questions.length - 1];
    const end = scroller.scrollHeight - scroller.clientHeight;
    readerMoved = false;
    scrollTo(question === undefined ? 0 : Math.min(end, question.offsetTop - 12));
    update();
  };
  for (const act of ['wheel', 'touchmove', 'keydown', 'mousedown']) {
    scroller.addEventListener(
      act,
      () => {
        readerMoved = true;
      },
      { passive: true },
    );
  }
  scroller.addEventListener('scroll', update, { passive: true });
  latest.addEventListener('click', () => scrollTo(scroller.scrollHeight));
  return {
    follow,
    followUnlessAway() {
      if (!readerMoved || distance() < NEAR_PX) return follow();
      latest.classList.add('missed');
      update();
    },
    focus: () => scroller.focus(),
  };
}

/** On an iPhone the keyboard lies over the page; the page is made as small as what is left to see. */
export function fitToKeyboard(): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  viewport.addEventListener('resize', () => {
    const covered = window.innerHeight - viewport.height > 80 && viewport.scale === 1;
    document.body.style.height = covered ? `${viewport.height}px` : '';
    if (covered) window.scrollTo(0, 0);
  });
}
