/** What is further away than so many letters was not meant. */
const FURTHEST = 2;

/** The one text that is nearest to another one, at most two letters away and less than a third of it; undefined where there is none, or more than one. */
export function findNearest(text: string, among: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.min(FURTHEST, Math.ceil(text.length / 3) - 1);
  let isOnly = false;
  for (const each of among) {
    const distance = distanceWithin(text, each, least);
    if (distance === undefined || each === best) continue;
    isOnly = best === undefined || distance < least;
    if (isOnly) best = each;
    least = distance;
  }
  return isOnly ? best : undefined;
}

/** How many letters have to be added, taken or replaced to come from one text to another; undefined: more than the limit. */
function distanceWithin(a: string, b: string, limit: number): number | undefined {
  if (limit < 0 || Math.abs(a.length - b.length) > limit) return undefined;
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return undefined;
    row = next;
  }
  return row[b.length]! <= limit ? row[b.length] : undefined;
}
