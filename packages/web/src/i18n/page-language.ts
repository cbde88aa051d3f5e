import type { Language } from './languages.ts';

const listeners = new Set<() => void>();

/** The language (BCP 47) that the page is in, whatever the browser or the person prefers; empty before there is one. */
export const pageLanguage = (): string => document.documentElement.lang;

/** Says from now on which language the page is in, and tells it to whoever keeps sentences of the server. */
export function setPageLanguage(language: Language): void {
  if (document.documentElement.lang === language) return;
  document.documentElement.lang = language;
  for (const listener of listeners) listener();
}

/** Hears of a change; returns how to stop. */
export function onPageLanguage(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Asks the server for messages in the language of the page. */
export function languageHeader(): Record<string, string> {
  const language = pageLanguage();
  return language ? { 'accept-language': language } : {};
}
