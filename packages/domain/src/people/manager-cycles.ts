/**
 * Finds everybody who would manage themselves, at once or through others. `managerOf` gives the manager of each
 * person by key; people without one are absent or undefined. Each circle is given once, beginning with the member
 * that was met first, without repeating it at the end.
 */
export function findManagerCycles(managerOf: ReadonlyMap<string, string | undefined>): readonly (readonly string[])[] {
  const settled = new Set<string>();
  const cycles: string[][] = [];
  for (const start of managerOf.keys()) {
    const path: string[] = [];
    const placeOnPath = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !settled.has(current) && !placeOnPath.has(current)) {
      placeOnPath.set(current, path.length);
      path.push(current);
      current = managerOf.get(current);
    }
    const met = current === undefined ? undefined : placeOnPath.get(current);
    if (met !== undefined) cycles.push(path.slice(met));
    for (const key of path) settled.add(key);
  }
  return cycles;
}
