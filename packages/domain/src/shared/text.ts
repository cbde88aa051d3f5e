const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** How many characters a reader sees: an emoji with its skin tone is one, as is a letter with its accent (L6). */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of graphemes.segment(text)) length += 1;
  return length;
}

/**
 * By how much a text exceeds a limit of characters as a reader sees them: its length where it does, else undefined.
 * A character may be made of eight UTF-16 units on average, so that a limit holds in storage too.
 */
export function lengthBeyond(text: string, limit: number): number | undefined {
  if (text.length <= limit) return undefined;
  if (text.length > limit * 8) return text.length;
  const length = lengthOf(text);
  return length > limit ? length : undefined;
}

/** Whether a text holds characters that no keyboard writes and that break rows and logs; new lines and tabs may be allowed. */
export function hasControlCharacters(text: string, lines: 'ONE_LINE' | 'MANY_LINES'): boolean {
  return lines === 'ONE_LINE'
    ? /[\p{Cc}\u2028\u2029]/u.test(text)
    : /[\p{Cc}]/u.test(text.replace(/[\t\n\r]/g, ''));
}

/** Trimmed, with every run of white space as one space. */
export function tidy(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** The form in which identifiers are compared: NFKC, trimmed, in one case. 'ａ-7 ' equals 'A-7'. */
export function foldIdentifier(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().normalize('NFKC');
}

/** The form in which e-mail addresses are compared: trimmed, composed, in one case. */
export function foldEmail(text: string): string {
  return text.normalize('NFC').trim().toLowerCase();
}

/** The form in which names are searched: without accents, in one case, 'ß' as 'ss', width ignored, white space as one space. */
export function foldForSearch(text: string): string {
  const bare = text.normalize('NFKD').replace(/\p{Mn}/gu, '').toLowerCase();
  const written = bare.replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter] ?? letter);
  return tidy(written.normalize('NFC'));
}

/** Letters that Unicode does not take apart, though people who search do. */
const LETTERS: { readonly [letter: string]: string } = {
  ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i',
};

/** What somebody types between, around or instead of the letters of a name, an address or a number. */
const IGNORED_IN_SEARCH = /['’‘ʼ\\`´"“”.,;:·・•_\-‐‑–—@+/()[\]&#*!?]/gu;

/**
 * The words that a search asks for, in the form in which people's search keys hold them: folded, and without what does
 * not tell names apart, so that "oconnor", "O’Connor" and "o'con" find the same. All of them have to be found.
 */
export function searchWords(text: string): readonly string[] {
  return foldForSearch(text).replace(IGNORED_IN_SEARCH, '').split(' ').filter((word) => word !== '');
}
