/** The languages every text of both apps exists in. */
export const languages = ['en', 'zh-CN'] as const;

export type Language = (typeof languages)[number];

/** Each language's name in itself, as a switch shows it to a reader who cannot read the current one. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-CN': '简体中文' };

const storageKey = 'milepost.language';

/** The language of ours that serves a BCP 47 tag: any Chinese is 简体中文, any English is English, anything else none. */
export function matchLanguage(tag: string | null | undefined): Language | undefined {
  const primary = tag?.trim().toLowerCase().split(/[-_]/)[0];
  if (primary === 'zh') return 'zh-CN';
  if (primary === 'en') return 'en';
  return undefined;
}

/** Which language to start in: the person's own setting, else what this browser last chose, else the first wish of the browser that we have, else English. */
export function detectLanguage(wishes: { person?: string | null; stored?: string | null; browser?: readonly string[] }): Language {
  const firstOfBrowser = wishes.browser?.map(matchLanguage).find((found) => found !== undefined);
  return matchLanguage(wishes.person) ?? matchLanguage(wishes.stored) ?? firstOfBrowser ?? 'en';
}

/** What this browser chose last; null where storage is forbidden or empty. */
export function storedLanguage(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

/** Remembers the choice in this browser; without storage it holds until the page closes. */
export function storeLanguage(language: Language): void {
  try {
    localStorage.setItem(storageKey, language);
  } catch {
    // Private windows may forbid storage: the choice then simply is not kept.
  }
}
