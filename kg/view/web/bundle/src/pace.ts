/** What to leave out while the view moves on a machine that is too slow for everything: the light lines. */

const SLOW = 45; // milliseconds between two frames
const REST = 150; // milliseconds after which a movement is over

export class Pace {
  private moving = false;
  private slow = false;
  private leftOut = false;
  private before: number | undefined;
  private move = 0;

  /** `again` draws another frame. */
  constructor(private readonly again: () => void) {}

  /** The view has moved; a frame will follow. */
  moved(): void {
    this.moving = true;
    const move = (this.move += 1);
    // Frames that are late would look like rest: the time counts from the frame after the one that follows.
    const rest = (): number => window.setTimeout(() => this.stopped(move), REST);
    requestAnimationFrame(() => requestAnimationFrame(rest));
  }

  /** A frame begins. The first of a movement is always whole, so that a single jump looks as it should. */
  begins(): void {
    const now = performance.now();
    const goesOn = this.moving && this.before !== undefined;
    if (goesOn && now - this.before! > SLOW) this.slow = true;
    this.leftOut = goesOn && this.slow;
    this.before = this.moving ? now : undefined;
  }

  get hurries(): boolean {
    return this.leftOut;
  }

  /** There is more or less to draw than before. */
  changed(): void {
    this.slow = false;
  }

  private stopped(move: number): void {
    if (move !== this.move) return;
    this.moving = false;
    this.before = undefined;
    if (this.leftOut) this.again();
  }
}
