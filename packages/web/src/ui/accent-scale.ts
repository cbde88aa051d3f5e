import type { MantineColorsTuple } from '@mantine/core';

type Rgb = readonly [number, number, number];
const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];

/** The accent of an organization that has chosen none. */
export const defaultAccent = '#4353c6';
/** The page's background in the dark scheme, against which accent text must be readable. */
export const darkBackground = '#1a1c20';

/** Reads `#rgb` or `#rrggbb`; anything else is refused with undefined. */
export function parseHex(colour: string): Rgb | undefined {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(colour.trim());
  const long = short ?? /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour.trim());
  if (!long) return undefined;
  const channel = (text = '') => Number.parseInt(text.length === 1 ? text + text : text, 16);
  return [channel(long[1]), channel(long[2]), channel(long[3])];
}

const toHex = (colour: Rgb): string => `#${colour.map((c) => Math.round(c).toString(16).padStart(2, '0')).join('')}`;
const mix = (from: Rgb, to: Rgb, share: number): Rgb => [0, 1, 2].map((i) => (from[i] ?? 0) + ((to[i] ?? 0) - (from[i] ?? 0)) * share) as unknown as Rgb;

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((c) => {
    const s = c / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio of two hex colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [one, two] = [luminance(parseHex(a) ?? black), luminance(parseHex(b) ?? black)];
  return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
}

function towards(colour: Rgb, goal: Rgb, against: string, ratio: number): Rgb {
  for (let share = 0; share <= 1; share += 0.02) {
    const tried = mix(colour, goal, share);
    if (contrast(toHex(tried), against) >= ratio) return tried;
  }
  return goal;
}

/**
 * Ten shades of an organization's colour (hex) that stay readable: white text on shade 6, shade 6 on white and on its own tint,
 * and shade 4 on the dark background all reach 4.5:1, whatever colour was chosen. An unreadable value gives the default accent.
 */
export function accentScale(colour: string): MantineColorsTuple {
  const chosen = parseHex(colour) ?? parseHex(defaultAccent) ?? black;
  const strong = towards(chosen, black, '#ffffff', 5.6);
  const onDark = towards(mix(chosen, white, 0.3), white, darkBackground, 6);
  const shades: Rgb[] = [
    mix(strong, white, 0.93),
    mix(strong, white, 0.86),
    mix(strong, white, 0.72),
    mix(onDark, white, 0.3),
    onDark,
    mix(strong, white, 0.2),
    strong,
    mix(strong, black, 0.14),
    mix(strong, black, 0.28),
    mix(strong, black, 0.42),
  ];
  return shades.map(toHex) as unknown as MantineColorsTuple;
}
