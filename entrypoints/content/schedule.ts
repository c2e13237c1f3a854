/** When work is done: in slices of idle time, none in a tab that nobody sees, and within a share of the time where the page never rests. */

/** Nothing is to run longer than 8 ms at a stretch, half a frame at 60 Hz: less what the collector may take on the way. */
const SLICE_MS = 4;
/** A page that is never idle is read all the same, a slice at a time. */
const IDLE_TIMEOUT_MS = 300;
/** Changes of a page are read together, not one by one. */
const GATHER_MS = 80;
/** What following the changes of a page that never rests may take of the main thread. */
const SHARE = 0.02;
/** What may be taken at once: a page that changes as a whole, and then rests, is read as fast as a new one. */
const BURST_MS = 60;

/** `reading`: a slice in each idle period. `following`: gathered, and no more than a small share of the time. */
export type Pace = "reading" | "following";

/** Calls `work` in slices until it says that nothing is left. */
export class Schedule {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private idle: number | undefined;
  /** Whether there is something to do. */
  private wanted: Pace | undefined;
  /** Milliseconds that may be spent on changes, and when that was so. */
  private credit = BURST_MS;
  private asOf = 0;

  /**
   * @param work does what it can while `mayGoOn` says yes. Says what is left: nothing, or at which pace to go on
   */
  constructor(
    private readonly work: (mayGoOn: () => boolean) => Pace | undefined,
    private readonly signal: AbortSignal,
  ) {
    const onVisible = (): void => {
      if (this.wanted) this.request(this.wanted);
    };
    document.addEventListener("visibilitychange", onVisible, { signal });
    signal.addEventListener("abort", () => this.cancel());
  }

  /** Asks for a slice. */
  request(pace: Pace): void {
    if (this.wanted !== "reading") this.wanted = pace;
    if (this.signal.aborted || document.hidden || this.idle !== undefined) return;
    if (this.wanted === "reading") this.whenIdle();
    else this.timer ??= setTimeout(() => this.whenIdle(), Math.max(GATHER_MS, Math.max(0, -this.balance()) / SHARE));
  }

  private whenIdle(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.idle ??= requestIdleCallback((deadline) => this.slice(deadline), { timeout: IDLE_TIMEOUT_MS });
  }

  private slice(deadline: IdleDeadline): void {
    this.idle = undefined;
    // Hidden meanwhile: what is wanted is asked for again when the page is seen.
    if (this.signal.aborted || document.hidden) return;
    const pace = this.wanted;
    this.wanted = undefined;
    const start = performance.now();
    const time = deadline.didTimeout ? SLICE_MS : Math.min(SLICE_MS, Math.max(1, deadline.timeRemaining()));
    const left = this.work(() => performance.now() - start < time);
    if (pace !== "reading") this.credit = this.balance() - (performance.now() - start);
    if (!left) return;
    this.request(left);
    // While there is credit, what has begun goes on without a pause.
    if (left === "following" && this.credit > 0) this.whenIdle();
  }

  /** What may be spent now. */
  private balance(): number {
    const now = performance.now();
    this.credit = Math.min(BURST_MS, this.credit + (now - this.asOf) * SHARE);
    this.asOf = now;
    return this.credit;
  }

  private cancel(): void {
    clearTimeout(this.timer);
    if (this.idle !== undefined) cancelIdleCallback(this.idle);
    this.timer = undefined;
    this.idle = undefined;
  }
}
