import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from './use-translation.tsx';
import type { Language } from './languages.ts';
import { changeLanguage, type MessageLoaders } from './make-i18n.ts';

const LoadersContext = createContext<MessageLoaders | null>(null);

/** Lets everything below switch the language. Stands inside `I18nextProvider`. */
export function LanguageProvider({ loaders, children }: { loaders: MessageLoaders; children: ReactNode }) {
  return <LoadersContext.Provider value={loaders}>{children}</LoadersContext.Provider>;
}

/** The language in use and the way to change it; the promise rejects if the other language's texts cannot be loaded. */
export function useLanguage(): { language: Language; setLanguage(next: Language): Promise<void> } {
  const loaders = useContext(LoadersContext);
  const { i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(
    () => ({
      language,
      setLanguage: async (next) => {
        if (!loaders) throw new Error('useLanguage needs a LanguageProvider above it');
        await changeLanguage(i18n, next, loaders);
      },
    }),
    [i18n, language, loaders],
  );
}
