/** The languages that every message of the domain is written in. */
export type Language = 'en' | 'zh-CN';

/** The same, as a list. */
export const LANGUAGES: readonly Language[] = ['en', 'zh-CN'];

/** A value that a message may carry: it survives JSON. A date is 'YYYY-MM-DD'; lists and nested messages are allowed. */
export type MessageParam = string | number | boolean | null | readonly (string | number)[] | AnyMessage | readonly AnyMessage[];

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
  /** 'de' → "German" or "德语"; a tag that nobody knows is said as it is. */
  readonly languageName: (tag: string) => string;
  /** A message inside of a message, of the same catalog. */
  readonly message: (message: AnyMessage) => string;
}

/** One area's sentences: for each code, in each language, how it is said. */
export type Catalog<Shapes extends MessageShapes> = {
  readonly [Code in keyof Shapes]: {
    readonly [L in Language]: (params: Shapes[Code], say: Speech) => string;
  };
};

/**
 * Says a message of a catalog in a language. Throws for a code that the catalog does not have: messages are made by
 * the domain, so that is a fault of ours.
 */
export function sayMessage<Shapes extends MessageShapes>(
  catalog: Catalog<Shapes>,
  message: AnyMessage,
  language: Language,
): string {
  const sentence = Object.hasOwn(catalog, message.code) ? catalog[message.code] : undefined;
  if (sentence === undefined) throw new Error(`no message ${message.code}`);
  const say = speechOf(language);
  const nested: Speech = { ...say, message: (inner) => sayMessage(catalog, inner, language) };
  return sentence[language](message.params as Shapes[string], nested);
}

/** The language to speak to someone of a locale: Chinese in any form is answered in zh-CN, everything else in English. */
export function languageOf(locale: string): Language {
  return /^zh\b/i.test(locale) ? 'zh-CN' : 'en';
}

type PlainSpeech = Omit<Speech, 'message'>;
const speeches = new Map<Language, PlainSpeech>();

/** Made once for a language, because formatters are dear to make. */
function speechOf(language: Language): PlainSpeech {
  const known = speeches.get(language);
  if (known !== undefined) return known;
  const made = makeSpeech(language);
  speeches.set(language, made);
  return made;
}

function makeSpeech(language: Language): PlainSpeech {
  const dates = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const percents = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  const languages = new Intl.DisplayNames(language, { type: 'language' });
  const plurals = new Intl.PluralRules(language);
  const lists = {
    and: new Intl.ListFormat(language, { type: 'conjunction' }),
    or: new Intl.ListFormat(language, { type: 'disjunction' }),
  };
  return {
    language,
    date: (date) => dates.format(Date.parse(`${date}T00:00:00Z`)),
    number: (value) => numbers.format(value as number),
    // Rounded to the four decimals that a progress has first: 0.29 × 100 is less than 29 in binary.
    percent: (ratio) => percents.format(Math.floor(Math.round(ratio * 10_000) / 100) / 100),
    languageName: (tag) => languages.of(tag) ?? tag,
    list: (items, kind = 'and') => lists[kind].format(items),
    plural: (count, forms) => (plurals.select(Number(count)) === 'one' ? forms.one : forms.other),
  };
}
