import { type AFTER, type BEFORE, type CueListener, type Cues, NEAR } from "./cues.ts";
import type { CuePlace, Sense } from "./types.ts";

/** A sense with its weights by the numbers of the cues' classes. */
export class SenseScale implements CueListener {
  /** By place and class; NaN where a class says nothing there. */
  private readonly weights: readonly Float64Array[];
  readonly before: number;
  readonly after: number;
  near = 0;
  /** The bits of all classes that count anywhere, and of those the bits that stand for one of them only. */
  private readonly allNear: number;
  private readonly soleNear: number;
  /** By place and class: it counts once, however many of its words there are, with the greatest weight it had. */
  private readonly counted: readonly Float64Array[];
  /** The question in which it was heard last. */
  private readonly heard: readonly Int32Array[];
  private question = 0;
  private score = 0;
  private say: Say | undefined;

  constructor(
    readonly sense: Sense,
    readonly entity: string,
    private readonly cues: Cues,
    /** How much of its weight a cue in another clause has. */
    private readonly far: number,
  ) {
    const { classes } = cues;
    const weights = (place: CuePlace): Float64Array =>
      Float64Array.from(classes, (name) => sense[place]?.[name] ?? Number.NaN);
    this.weights = PLACES.map(weights);
    const [before, after, near] = this.weights.map((place) => weighed(place, cues.bits)) as [Bits, Bits, Bits];
    this.before = before.all;
    this.after = after.all;
    this.allNear = near.all;
    this.soleNear = near.sole;
    this.heard = PLACES.map(() => new Int32Array(classes.length));
    this.counted = PLACES.map(() => new Float64Array(classes.length));
  }

  /** The sum of prior and cues around a name. The cues must have been turned to the text. */
  words(start: number, end: number, say?: Say): number {
    this.score = this.sense.prior;
    say?.(this.score, PRIOR);
    if ((this.before | this.after | this.allNear) === 0) return this.score;
    this.question += 1;
    this.near = this.allNear;
    this.say = say;
    this.cues.around(start, end, this);
    return this.score;
  }

  hear(cue: number, place: typeof BEFORE | typeof AFTER | typeof NEAR, at: number, end: number, far: boolean): void {
    // Right beside the name is also near it, unless the place has a weight of its own.
    let as: number = place;
    let weight = (this.weights[place] as Float64Array)[cue] as number;
    if (place !== NEAR && Number.isNaN(weight)) {
      as = NEAR;
      weight = (this.weights[NEAR] as Float64Array)[cue] as number;
    }
    if (Number.isNaN(weight)) return;
    const heard = this.heard[as] as Int32Array;
    const counted = this.counted[as] as Float64Array;
    if (far) weight *= this.far;
    else if (as === NEAR) this.near &= ~((this.cues.bits[cue] as number) & this.soleNear);
    const before = heard[cue] === this.question ? (counted[cue] as number) : 0;
    heard[cue] = this.question;
    const more = Math.abs(weight) > Math.abs(before) ? weight - before : 0;
    counted[cue] = before + more;
    this.score += more;
    this.say?.(more, as, cue, at, end);
  }

  /** The weight of those named in the same sentence. */
  sentence(named: Iterable<string>, say?: Say): number {
    const weight = best(this.sense.with, named, this.entity);
    say?.(weight, SENTENCE);
    return weight;
  }

  /** The weight of those named on the page. */
  page(named: Iterable<string>, say?: Say): number {
    const weight = best(this.sense.page, named, this.entity);
    say?.(weight, PAGE);
    return weight;
  }
}

/** What a weight is for, besides the places of a cue. */
export const PRIOR = 3;
export const SENTENCE = 4;
export const PAGE = 5;

/** Is told of each weight, zero included, what it is for, and of a cue its class and from where to where it stands. */
export type Say = (weight: number, why: number, cue?: number, at?: number, end?: number) => void;

/** By `BEFORE`, `AFTER`, `NEAR`. */
export const PLACES: readonly CuePlace[] = ["before", "after", "near"];

/** The bits of the classes that have a weight, and of those the bits that only one of them has. */
interface Bits {
  all: number;
  sole: number;
}

function weighed(weights: Float64Array, bits: Int32Array): Bits {
  let all = 0;
  let shared = 0;
  weights.forEach((weight, cue) => {
    const bit = Number.isNaN(weight) ? 0 : (bits[cue] as number);
    shared |= all & bit;
    all |= bit;
  });
  return { all, sole: all & ~shared };
}

/** The greatest weight of those named; `*` stands for any other entity. */
function best(weights: Readonly<Record<string, number>> | undefined, named: Iterable<string>, self: string): number {
  let greatest = 0;
  if (!weights) return 0;
  for (const entity of named) {
    const weight = weights[entity] ?? (entity === self ? 0 : (weights["*"] ?? 0));
    if (Math.abs(weight) > Math.abs(greatest)) greatest = weight;
  }
  return greatest;
}
