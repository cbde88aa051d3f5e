/** A course of the demonstration, as `content.json` has it. */
export interface SeedCourse {
  key: string;
  title: string;
  description: string;
  language: 'en' | 'zh-CN';
  topic: string;
  /** Of all modules together. */
  durationMinutes: number;
  creditLines: { creditType: string; amount: string }[];
  /** The same for two courses of which either counts, such as a course and its translation. */
  equivalenceKey?: string;
  modules: SeedModule[];
}

/** A module; `key` is unique among all courses. A `file` is made when the demonstration is loaded. */
export type SeedModule = { key: string; title: string; durationMinutes: number } & (
  | { kind: 'ARTICLE'; markdown: string }
  | { kind: 'LINK'; url: string }
  | { kind: 'VIDEO' | 'DOCUMENT'; file: string }
);

/**
 * Reads a course from Markdown: a title, lines `name: value` (key, language, topic, credits, equivalent), a description, and for each module a heading
 * `## KIND minutes | title | url or file`, followed by the text of an article. Refuses anything else by naming it.
 */
export function parseCourse(text: string): SeedCourse {
  const [head = '', ...parts] = text.trim().split(/^## /m);
  const [titleLine = '', ...rest] = head.trim().split('\n');
  const end = rest.findIndex((line) => line.trim() === '');
  const facts = new Map(rest.slice(0, end).map((line) => line.split(': ', 2) as [string, string]));
  const key = required(facts.get('key'), `key in "${titleLine}"`);
  const language = facts.get('language');
  if (language !== 'en' && language !== 'zh-CN') throw new Error(`${key}: the language is "${language}".`);
  const modules = parts.map((part, index) => parseModule(part, `${key}/${index + 1}`));
  const credits = facts.get('credits')?.split(' ');
  return {
    key,
    title: titleLine.replace(/^# /, ''),
    description: rest.slice(end).join('\n').trim(),
    language,
    topic: required(facts.get('topic'), `${key}: topic`),
    durationMinutes: modules.reduce((sum, { durationMinutes }) => sum + durationMinutes, 0),
    creditLines: credits ? [{ creditType: credits[0] as string, amount: credits[1] as string }] : [],
    ...(facts.has('equivalent') && { equivalenceKey: facts.get('equivalent') }),
    modules,
  };
}

function parseModule(part: string, key: string): SeedModule {
  const [heading = '', ...body] = part.split('\n');
  const [kindAndMinutes = '', title, target] = heading.split('|').map((piece) => piece.trim());
  const [kind, minutes] = kindAndMinutes.split(' ');
  const common = { key, title: required(title, `${key}: title`), durationMinutes: Number(minutes) };
  switch (kind) {
    case 'ARTICLE':
      return { ...common, kind, markdown: body.join('\n').trim() };
    case 'LINK':
      return { ...common, kind, url: required(target, `${key}: address`) };
    case 'VIDEO':
    case 'DOCUMENT':
      return { ...common, kind, file: required(target, `${key}: file`) };
    default:
      throw new Error(`${key}: there is no kind of module "${kind}".`);
  }
}

function required(value: string | undefined, what: string): string {
  if (!value) throw new Error(`${what} is missing.`);
  return value;
}
