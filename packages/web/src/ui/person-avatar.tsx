import type { Tone } from './theme.ts';
import classes from './person-avatar.module.css';

const han = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map((part) => part.segment);

/** Up to two initials of a name of any script: 王小明 → 小明, Zoë de la Cruz → ZC, أحمد علي → أع. Nothing to show gives "?". */
export function initialsOf(name: string): string {
  const words = name.trim().split(/[\s·]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return '?';
  // A Chinese, Japanese or Korean name is told apart by its given name, which stands last.
  if (words.length === 1 && han.test(first)) return graphemes(first).slice(-2).join('');
  const initial = (word: string) => graphemes(word.replace(/^[^\p{L}\p{N}]+/u, ''))[0] ?? '';
  return (words.length === 1 ? initial(first) : initial(first) + initial(last)).toLocaleUpperCase();
}

const hues: readonly Tone[] = ['info', 'success', 'warning', 'danger', 'neutral'];

function toneOf(name: string): Tone {
  let sum = 0;
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return hues[sum % hues.length] ?? 'neutral';
}

/** A person's initials on a quiet colour that stays the same for the name. Decorative, and no text of the page: the name stands beside it. */
export function PersonAvatar({ name, size = 32 }: { name: string; size?: number }) {
  return (
    <span className={classes.root} data-tone={toneOf(name)} style={{ inlineSize: size, blockSize: size, fontSize: size * 0.38 }} aria-hidden data-initials={initialsOf(name)} />
  );
}
