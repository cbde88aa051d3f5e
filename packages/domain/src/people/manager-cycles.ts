/**
 * Finds everybody who would manage themselves, at once or through others. `managerOf` gives the key of a person's manager,
 * undefined where there is none. Each circle is given once, beginning with the member
 * that was met first, without repeating it at the end.
 */
export function findManagerCycles(people: Iterable<string>, managerOf: (person: string) => string | undefined): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of people) {
    if (settled.has(start)) continue;
    const path: string[] = [];
    const placeOnPath = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !settled.has(current) && !placeOnPath.has(current)) {
      placeOnPath.set(current, path.length);
      path.push(current);
      current = managerOf(current);
    }
    const met = current === undefined ? undefined : placeOnPath.get(current);
    if (met !== undefined) cycles.push(path.slice(met));
    for (const key of path) settled.add(key);
  }
  return cycles;
}
