/** Does one step after the other, never two at a time, until a step says that there is no more to do. */
export class Worker {
  private readonly step: () => Promise<boolean>;
  private working = false;
  private wanted = false;
  private timer: number | undefined;

  constructor(step: () => Promise<boolean>) {
    this.step = step;
  }

  start(): void {
    window.clearTimeout(this.timer);
    this.wanted = true;
    if (!this.working) void this.work();
  }

  startAfter(ms: number): void {
    window.clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.start(), ms);
  }

  private async work(): Promise<void> {
    this.working = true;
    while (this.wanted) {
      this.wanted = false;
      while (await this.step());
    }
    this.working = false;
  }
}
