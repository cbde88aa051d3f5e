import { type Language, storeLanguage } from './languages.ts';
import { setPageLanguage } from './page-language.ts';
import type { Messages } from './resources.ts';

/** How an app loads its messages (its own and those of `packages/web`): one chunk per language. */
export type MessageLoaders = Readonly<Record<Language, () => Promise<{ messages: Messages }>>>;

/** What stands in a text's `{{variables}}`. `count` also chooses the plural form; `defaultValue` is said where there is no such text. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** The words of the language in use, which can change while the app runs. */
export interface I18n {
  readonly language: Language;
  /** The text at `key` of the namespace, or the key itself if there is none. */
  say(namespace: string, key: string, values?: MessageValues): string;
  /** Speaks another language from now on, and tells everyone who listens. */
  use(language: Language, messages: Messages): void;
  /** What was added with {@link addWords}: loaded anew with another language. */
  readonly added: Set<MessageLoaders>;
  /** Knows these texts too, beside those of the same namespaces. */
  add(messages: Messages): void;
  /** Hears of a change of language; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

/** Words that hold `language` complete; the other language is loaded when it is asked for. */
export async function makeI18n(language: Language, loaders: MessageLoaders): Promise<I18n> {
  const { messages } = await loaders[language]();
  return i18nOf(language, messages);
}

/** Switches to `language` once its messages are here, and remembers it in this browser. Rejects, changing nothing, if they cannot be loaded. */
export async function changeLanguage(i18n: I18n, language: Language, loaders: MessageLoaders): Promise<void> {
  const added = [...i18n.added];
  const messages = await loadAll([loaders, ...added], language);
  // A page has added its words meanwhile: they are wanted in this language too.
  if (i18n.added.size > added.length) return changeLanguage(i18n, language, loaders);
  i18n.use(language, messages);
  storeLanguage(language);
}

/** Makes texts known that pages beyond the first one need, in the language in use and in every later one. Rejects if they cannot be loaded. */
export async function addWords(i18n: I18n, loaders: MessageLoaders): Promise<void> {
  const { language } = i18n;
  const messages = await loadAll([loaders], language);
  if (i18n.language !== language) return addWords(i18n, loaders);
  i18n.add(messages);
  i18n.added.add(loaders);
}

async function loadAll(loaders: readonly MessageLoaders[], language: Language): Promise<Messages> {
  const loaded = await Promise.all(loaders.map((each) => each[language]()));
  return loaded.reduce<Messages>((all, { messages }) => withTexts(all, messages), {});
}

const withTexts = (texts: Messages, more: Messages): Messages => ({
  ...texts,
  ...Object.fromEntries(Object.entries(more).map(([namespace, added]) => [namespace, { ...texts[namespace], ...added }])),
});

function i18nOf(first: Language, firstMessages: Messages): I18n {
  const listeners = new Set<() => void>();
  let language = first;
  let messages = firstMessages;
  let plurals = new Intl.PluralRules(first);
  setPageLanguage(first);
  return {
    get language() {
      return language;
    },
    say: (namespace, key, values = {}) => {
      const texts = messages[namespace];
      const { count, defaultValue } = values;
      const counted = typeof count === 'number' ? ((count === 0 ? at(texts, `${key}_zero`) : undefined) ?? at(texts, `${key}_${plurals.select(count)}`) ?? at(texts, `${key}_other`)) : undefined;
      const text = counted ?? at(texts, key) ?? String(defaultValue ?? key);
      return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (written, name: string) => String(values[name] ?? written));
    },
    added: new Set(),
    add: (more) => {
      messages = withTexts(messages, more);
    },
    use: (next, nextMessages) => {
      language = next;
      messages = nextMessages;
      plurals = new Intl.PluralRules(next);
      setPageLanguage(next);
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function at(texts: object | undefined, key: string): string | undefined {
  let found: unknown = texts;
  for (const part of key.split('.')) found = typeof found === 'object' && found !== null && Object.hasOwn(found, part) ? (found as Record<string, unknown>)[part] : undefined;
  return typeof found === 'string' ? found : undefined;
}
