import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from 'react';
import type { I18n, MessageValues } from './make-i18n.ts';
import type { MessageKey, Namespace } from './resources.ts';

const I18nContext = createContext<I18n | null>(null);

/** Gives words to everything below. */
export function I18nProvider({ i18n, children }: { i18n: I18n; children: ReactNode }) {
  return <I18nContext.Provider value={i18n}>{children}</I18nContext.Provider>;
}

type NamesOf<Given> = Given extends readonly Namespace[] ? Given : Given extends Namespace ? readonly [Given] : readonly ['ui'];

/** Says the text at a key, with what stands in its variables. Keys are checked against the English source. */
export type Translate<Given> = (key: MessageKey<NamesOf<Given>>, values?: MessageValues) => string;

/**
 * The words of one or more namespaces (the shared ones of `ui` if none is named) in the language in use: keys of the first by
 * themselves, of the others as `namespace:key`. `t` stays the same until the language changes.
 */
export function useTranslation<const Given extends Namespace | readonly Namespace[] = 'ui'>(namespaces?: Given): { t: Translate<Given>; i18n: I18n } {
  const i18n = useContext(I18nContext);
  if (!i18n) throw new Error('useTranslation needs an I18nProvider above it');
  const language = useSyncExternalStore(i18n.subscribe, () => i18n.language);
  const first: string = typeof namespaces === 'string' ? namespaces : (namespaces?.[0] ?? 'ui');
  return useMemo(() => {
    const t = (key: string, values?: MessageValues): string => {
      const colon = key.indexOf(':');
      return colon < 0 ? i18n.say(first, key, values) : i18n.say(key.slice(0, colon), key.slice(colon + 1), values);
    };
    return { t, i18n };
    // A new language makes a new `t`, so that what depends on it is said again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [i18n, first, language]);
}
