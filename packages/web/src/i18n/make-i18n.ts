import { createInstance, type i18n as I18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, storeLanguage } from './languages.ts';
import type { Messages } from './resources.ts';

/** How an app loads its messages (its own and those of `packages/web`): one chunk per language. */
export type MessageLoaders = Readonly<Record<Language, () => Promise<{ messages: Messages }>>>;

/** An i18next instance that holds `language` complete; the other language is loaded when it is asked for. */
export async function makeI18n(language: Language, loaders: MessageLoaders): Promise<I18n> {
  const { messages } = await loaders[language]();
  const i18n = createInstance();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    load: 'currentOnly',
    ns: Object.keys(messages),
    defaultNS: 'ui',
    resources: { [language]: { ...messages } },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  tellTheDocument(language);
  return i18n;
}

/** Switches to `language` once its messages are here, and remembers it in this browser. Rejects, changing nothing, if they cannot be loaded. */
export async function changeLanguage(i18n: I18n, language: Language, loaders: MessageLoaders): Promise<void> {
  const { messages } = await loaders[language]();
  for (const [namespace, texts] of Object.entries(messages)) i18n.addResourceBundle(language, namespace, texts, true, true);
  await i18n.changeLanguage(language);
  storeLanguage(language);
  tellTheDocument(language);
}

function tellTheDocument(language: Language): void {
  document.documentElement.lang = language;
}
