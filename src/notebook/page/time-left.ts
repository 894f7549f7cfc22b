/** Nothing is said before a stretch has lasted so long (ms) and done this share of its work. */
const SOON = 1000;
const LITTLE = 0.04;
/** How far a new measurement moves the estimate. */
const WEIGHT = 0.3;

/**
 * How long a run that tells its progress will go on. It supposes that the rest goes at the pace so far, and holds on
 * to what it said: a time that jumps about is worse than none.
 */
export class TimeLeft {
  #begun = 0;
  #first = 0;
  #share = Infinity;
  #end: number | undefined;
  #shown = Infinity;

  /** The seconds left at `now` (ms), or undefined when nothing can be said. Ask now and then, not just when there is news. */
  at(now: number, progress: { done: number; total: number } | undefined): number | undefined {
    if (!progress) return undefined;
    const share = progress.done / progress.total;
    if (share < this.#share) this.#begin(now, share);
    const lasted = now - this.#begun;
    if (share > this.#share) {
      this.#share = share;
      const end = now + (lasted * (1 - share)) / (share - this.#first);
      this.#end = this.#end === undefined ? end : this.#end + WEIGHT * (end - this.#end);
    }
    // Past the time it told, it knows nothing.
    if (this.#end === undefined || now > this.#end || lasted < SOON) return undefined;
    if (share - this.#first < LITTLE) return undefined;
    return this.#steady((this.#end - now) / 1000);
  }

  /** Work that begins again, as at a second loop, is timed afresh. */
  #begin(now: number, share: number): void {
    this.#begun = now;
    this.#first = share;
    this.#share = share;
    this.#end = undefined;
    this.#shown = Infinity;
  }

  /** Whole seconds, in fives from 20 and in tens from 60; a little more than was said is not said. */
  #steady(seconds: number): number {
    const grain = seconds > 60 ? 10 : seconds > 20 ? 5 : 1;
    const rounded = Math.ceil(seconds / grain) * grain;
    const more = rounded - this.#shown;
    if (more > 0 && more <= Math.max(1, 0.25 * this.#shown)) return this.#shown;
    return (this.#shown = rounded);
  }
}
