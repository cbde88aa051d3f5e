/** Asks the server for messages in the language that the page is in, whatever the browser or the person prefers. */
export function languageHeader(): Record<string, string> {
  const { lang } = document.documentElement;
  return lang ? { 'accept-language': lang } : {};
}
