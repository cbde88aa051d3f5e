/** The languages that every message of the domain is written in. */
export type Language = 'en' | 'zh-CN';

/** The same, as a list. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** A value that a message may carry: it survives JSON. A date is 'YYYY-MM-DD'; lists and nested messages are allowed. */
export type MessageParam = string | number | boolean | null | readonly string[] | AnyMessage | readonly AnyMessage[];

/** What each code of an area carries: `{ NAME_MISSING: {}, TOO_LONG: { limit: number } }`. */
export type MessageShapes = { readonly [code: string]: { readonly [param: string]: MessageParam } };

/** A sentence as data: its code and what it speaks of. It is stored and sent as such, and becomes words where it is read. */
export type Message<Shapes extends MessageShapes> = {
  readonly [Code in keyof Shapes & string]: { readonly code: Code; readonly params: Shapes[Code] };
}[keyof Shapes & string];

/** A message of whatever area. */
export interface AnyMessage {
  readonly code: string;
  readonly params: { readonly [param: string]: MessageParam };
}

/** How the values inside of a sentence are said in one language. */
export interface Speech {
  readonly language: Language;
  /** '2027-06-30' → "Jun 30, 2027" or "2027年6月30日". */
  date(date: string): string;
  /** 1234.5 → "1,234.5". Texts that hold an exact decimal are said with all their digits. */
  number(value: number | string): string;
  /** 0.42 → "42%", rounded down. */
  percent(ratio: number): string;
  /** "A, B, and C" or "A、B和C"; `or` for alternatives. */
  list(items: readonly string[], kind?: 'and' | 'or'): string;
  /** The form of a noun that goes with a count: `plural(2, { one: 'session', other: 'sessions' })`. */
  plural(count: number | string, forms: { readonly one: string; readonly other: string }): string;
  /** A message inside of a message, of the same catalog. */
  message(message: AnyMessage): string;
}

/** One area's sentences: for each code, in each language, how it is said. */
export type Catalog<Shapes extends MessageShapes> = {
  readonly [Code in keyof Shapes]: {
    readonly [L in Language]: (params: Shapes[Code], say: Speech) => string;
  };
};
