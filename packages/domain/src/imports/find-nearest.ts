import { foldIdentifier } from '../shared/text.ts';

/** What is further away than so many letters was not meant. */
const FURTHEST = 2;

/** Texts among which the nearest to another one is found again and again, in the form in which they are compared. */
export class NearestTexts {
  private readonly folded: readonly string[];
  /** The letters of each text as bits: every letter that is added, taken or replaced changes two of them at most. */
  private readonly letters: Int32Array;

  constructor(private readonly texts: readonly string[]) {
    this.folded = texts.map(foldIdentifier);
    this.letters = Int32Array.from(this.folded, lettersOf);
  }

  /** The one text that is nearest, as it is written, at most two letters away and less than a third of it; undefined where there is none, or more than one. */
  find(wanted: string): string | undefined {
    const text = foldIdentifier(wanted);
    const letters = lettersOf(text);
    let best: number | undefined;
    let least = Math.min(FURTHEST, Math.ceil(text.length / 3) - 1);
    let isOnly = false;
    for (let place = 0; place < this.letters.length && least >= 0; place++) {
      if (countBits(letters ^ this.letters[place]!) > 2 * least) continue;
      const each = this.folded[place]!;
      const distance = distanceWithin(text, each, least);
      if (distance === undefined || (best !== undefined && each === this.folded[best])) continue;
      isOnly = best === undefined || distance < least;
      if (isOnly) best = place;
      least = distance;
    }
    return isOnly && best !== undefined ? this.texts[best] : undefined;
  }
}

function lettersOf(text: string): number {
  let bits = 0;
  for (let place = 0; place < text.length; place++) bits |= 1 << (text.charCodeAt(place) & 31);
  return bits;
}

function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/** How many letters have to be added, taken or replaced to come from one text to another; undefined: more than the limit, which is small. */
function distanceWithin(a: string, b: string, limit: number): number | undefined {
  const distance = distanceFrom(a, 0, b, 0, limit);
  return distance > limit ? undefined : distance;
}

/** The same for what follows some places; what is alike costs nothing, and where it ends each of the three ways is tried. */
function distanceFrom(a: string, placeInA: number, b: string, placeInB: number, limit: number): number {
  let [i, j] = [placeInA, placeInB];
  if (Math.abs(a.length - i - (b.length - j)) > limit) return Infinity;
  while (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) [i, j] = [i + 1, j + 1];
  if (i === a.length || j === b.length) return a.length - i + (b.length - j);
  if (limit === 0) return Infinity;
  const rest = limit - 1;
  return 1 + Math.min(distanceFrom(a, i + 1, b, j + 1, rest), distanceFrom(a, i + 1, b, j, rest), distanceFrom(a, i, b, j + 1, rest));
}
