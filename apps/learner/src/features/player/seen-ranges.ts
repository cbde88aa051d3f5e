type Range = readonly [from: number, to: number];

/** Two parts closer than this are one: players tell their position a few times a second. */
const gap = 0.05;

/** The parts of something that have been seen – seconds of a video, pages of a document. What is seen twice counts once. */
export class SeenRanges {
  #ranges: Range[] = [];

  constructor(ranges: readonly Range[] = []) {
    for (const [from, to] of ranges) this.add(from, to);
  }

  /** Adds a part; the other way round or empty, it adds nothing. */
  add(from: number, to: number): void {
    if (!(to > from)) return;
    let [start, end] = [from, to];
    const apart: Range[] = [];
    for (const range of this.#ranges) {
      if (range[1] < start - gap || range[0] > end + gap) apart.push(range);
      else [start, end] = [Math.min(start, range[0]), Math.max(end, range[1])];
    }
    this.#ranges = [...apart, [start, end] as const].sort((a, b) => a[0] - b[0]);
  }

  /** How much of `length` has been seen, 0 to 1; 0 while the length is not known. */
  share(length: number): number {
    if (!Number.isFinite(length) || length <= 0) return 0;
    const seen = this.#ranges.reduce((sum, [from, to]) => sum + Math.min(to, length) - Math.min(from, length), 0);
    // The last fraction of a second is never reported by players.
    return seen >= length - 0.5 && seen / length > 0.98 ? 1 : seen / length;
  }

  toJSON(): readonly Range[] {
    return this.#ranges;
  }
}

const keyOf = (personId: string, moduleId: string): string => `milepost.seen.${personId}.${moduleId}`;

/**
 * What this person has seen of a module in this browser. Where the server knows of more, from another device, it is taken to be the
 * beginning: whoever goes on from there loses nothing.
 */
export function loadSeen(personId: string, moduleId: string, known: { readonly viewed: number; readonly length: number }): SeenRanges {
  let seen = new SeenRanges();
  try {
    seen = new SeenRanges(JSON.parse(localStorage.getItem(keyOf(personId, moduleId)) ?? '[]') as Range[]);
  } catch {
    // Forbidden or unreadable storage: the server's knowledge is enough to go on.
  }
  if (seen.share(known.length) < known.viewed) seen.add(0, known.viewed * known.length);
  return seen;
}

/** Keeps it in this browser. */
export function saveSeen(personId: string, moduleId: string, seen: SeenRanges): void {
  try {
    localStorage.setItem(keyOf(personId, moduleId), JSON.stringify(seen));
  } catch {
    // Without storage the server's share is what remains.
  }
}
