import type { Brand } from './ids.ts';

/** An exact decimal without sign, as text in shortest form: '0', '2.5', '40'. Credits and units are counted with it. */
export type Decimal = Brand<string, 'Decimal'>;

/** How many digits stand behind the point at most. */
export const DECIMAL_PLACES = 4;

const WRITTEN = /^(\d{1,12})(?:\.(\d+))?$/;
const SCALE = 10n ** BigInt(DECIMAL_PLACES);

/** 0. */
export const ZERO = '0' as Decimal;

/**
 * Reads '2', '2.50' or '0.1250' into its shortest form. Undefined for signs, exponents, spaces, more than twelve
 * digits before the point, or more than four behind it that are not zero: nothing is ever rounded.
 */
export function parseDecimal(text: string): Decimal | undefined {
  const match = WRITTEN.exec(text);
  if (!match) return undefined;
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > DECIMAL_PLACES) return undefined;
  return fromScaled(toScaled(`${match[1]}.${fraction}`));
}

/** The decimal that a literal in code or a trusted column means; throws a RangeError where there is none. */
export function decimal(text: string | number): Decimal {
  const value = parseDecimal(String(text));
  if (value === undefined) throw new RangeError(`no decimal: ${text}`);
  return value;
}

/** The exact sum. */
export function addDecimals(a: Decimal, b: Decimal): Decimal {
  return fromScaled(toScaled(a) + toScaled(b));
}

/** Negative if `a` is less, positive if more, 0 if both are the same amount, however it is written. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = toScaled(a) - toScaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The lesser of two. */
export function minDecimal(a: Decimal, b: Decimal): Decimal {
  return compareDecimals(a, b) <= 0 ? a : b;
}

/** Whether it is a whole number. */
export function isWhole(value: Decimal): boolean {
  return toScaled(value) % SCALE === 0n;
}

/** The amount in ten-thousandths, for counting many. */
export function toScaled(value: string): bigint {
  const [whole = '', fraction = ''] = value.split('.');
  return BigInt(whole + fraction.slice(0, DECIMAL_PLACES).padEnd(DECIMAL_PLACES, '0'));
}

/** The decimal of an amount in ten-thousandths, 0 or more. */
export function fromScaled(scaled: bigint): Decimal {
  const rest = scaled % SCALE;
  if (rest === 0n) return String(scaled / SCALE) as Decimal;
  const fraction = String(rest).padStart(DECIMAL_PLACES, '0').replace(/0+$/, '');
  return `${scaled / SCALE}.${fraction}` as Decimal;
}
