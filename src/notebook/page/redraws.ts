/** Drawing takes at most one part in so many of the page's time, however slow the machine or large the figure. */
const SHARE = 4;

/**
 * Redraws while a run is under way: at most once a frame, and the longer the last one took, the later the next. The time
 * counted is that of the whole frame, with the browser's own layout and painting.
 */
export class Redraws {
  readonly #draw: () => Promise<void>;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #wanted = false;
  /** Counts `end`s: a frame that was under way then is not followed by another. */
  #turn = 0;

  constructor(draw: () => Promise<void>) {
    this.#draw = draw;
  }

  /** There is something new to draw. */
  ask(): void {
    this.#wanted = true;
    if (!this.#frame && this.#rest === undefined) {
      this.#frame = requestAnimationFrame(() => void this.#now());
    }
  }

  /** Draws nothing more; what is to be seen at last is drawn by the caller. */
  end(): void {
    this.#turn++;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#rest);
    this.#frame = 0;
    this.#rest = undefined;
    this.#wanted = false;
  }

  async #now(): Promise<void> {
    const turn = this.#turn;
    const begun = performance.now();
    this.#wanted = false;
    await this.#draw();
    // A task of its own comes after the frame has been laid out and painted.
    await new Promise((resume) => setTimeout(resume));
    if (turn !== this.#turn) return;
    this.#frame = 0;
    const took = performance.now() - begun;
    this.#rest = setTimeout(
      () => {
        this.#rest = undefined;
        if (this.#wanted) this.ask();
      },
      (SHARE - 1) * took,
    );
  }
}
