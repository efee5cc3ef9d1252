import { byId } from './dom.ts';

const NEAR_PX = 120;

/** The view on the thread. */
export class View {
  private readonly scroller = byId('scroller');
  private readonly log = byId('log');
  private readonly latest = byId<HTMLButtonElement>('latest');
  private readonly stillness = matchMedia('(prefers-reduced-motion: reduce)');
  /** Told by what the reader does: while the page itself scrolls, the position says nothing. */
  private readerMoved = false;

  constructor() {
    const moved = (): void => {
      this.readerMoved = true;
    };
    for (const act of ['wheel', 'touchmove', 'keydown', 'mousedown'])
      this.scroller.addEventListener(act, moved, { passive: true });
    this.scroller.addEventListener('scroll', () => this.update(), { passive: true });
    this.latest.addEventListener('click', () => this.scrollTo(this.scroller.scrollHeight));
  }

  /** Brings what is new into view: as much of the end as leaves the last question to be seen. */
  follow(): void {
    const questions = this.log.querySelectorAll<HTMLElement>('.mine');
    const question = questions[questions.length - 1];
    const end = this.scroller.scrollHeight - this.scroller.clientHeight;
    this.readerMoved = false;
    this.scrollTo(question === undefined ? 0 : Math.min(end, question.offsetTop - 12));
  }

  /** The same, but not for a reader who has gone elsewhere in the thread: that one is told. */
  followUnlessAway(): void {
    const away = this.readerMoved && this.distance() >= NEAR_PX;
    if (!away) this.follow();
    else this.latest.classList.add('missed');
    this.update();
  }

  focus(): void {
    this.scroller.focus();
  }

  private distance(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
  }

  private scrollTo(top: number): void {
    this.scroller.scrollTo({ top, behavior: this.stillness.matches ? 'auto' : 'smooth' });
  }

  private update(): void {
    this.latest.hidden = this.distance() < NEAR_PX;
    if (this.latest.hidden) this.latest.classList.remove('missed');
  }
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
