function flat(messages: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(messages)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') found.set(at, value);
    else for (const [inner, text] of flat(value as object, at)) found.set(inner, text);
  }
  return found;
}

const variablesOf = (text: string): string =>
  [...text.matchAll(/\{\{\s*([^},\s]+)/g)]
    .map((match) => `{{${match[1]}}}`)
    .sort()
    .join(' ');

/** What keeps a translation from saying all that its source says: texts missing or too many, variables that differ. Plural forms only the source needs are no difference. */
export function translationDifferences(source: object, target: object): string[] {
  const [from, to] = [flat(source), flat(target)];
  const differences: string[] = [];
  for (const [key, text] of from) {
    const translated = to.get(key);
    if (translated === undefined) {
      if (!key.endsWith('_one')) differences.push(`${key}: missing`);
    } else if (variablesOf(text) !== variablesOf(translated)) differences.push(`${key}: ${variablesOf(text)} ≠ ${variablesOf(translated)}`);
  }
  for (const key of to.keys()) if (!from.has(key)) differences.push(`${key}: not in the source`);
  return differences;
}
