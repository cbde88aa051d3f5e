import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDecimals, compareDecimals, decimal, fromScaled, isWhole, minDecimal, parseDecimal, toScaled, ZERO } from './decimal.ts';

describe('decimals', () => {
  test.each([['2', '2'], ['2.50', '2.5'], ['0.1250', '0.125'], ['007', '7'], ['0', '0'], ['0.0', '0'], ['999999999999.9999', '999999999999.9999'], ['1.00000', '1']])(
    '%s is %s', (text, value) => expect(parseDecimal(text)).toBe(value));

  test.each(['-1', '+1', '1e3', '1,5', '.5', '5.', '', ' 1', '1234567890123', '0.12345', 'NaN', '１'])(
    '%j is refused', (text) => expect(parseDecimal(text)).toBeUndefined());

  test('a literal that is no decimal is a fault of the program', () => expect(() => decimal('1e3')).toThrow('no decimal: 1e3'));

  test('a tenth and two tenths are exactly three tenths [R5]', () => expect(addDecimals(decimal('0.1'), decimal('0.2'))).toBe('0.3'));

  test('sums and order are those of whole numbers of ten-thousandths', () => {
    const amount = fc.bigInt({ min: 0n, max: 10n ** 15n });
    fc.assert(fc.property(amount, amount, (a, b) => {
      const [x, y] = [fromScaled(a), fromScaled(b)];
      expect(toScaled(x)).toBe(a);
      expect(parseDecimal(x)).toBe(x);
      expect(addDecimals(x, y)).toBe(fromScaled(a + b));
      expect(compareDecimals(x, y)).toBe(a < b ? -1 : a > b ? 1 : 0);
      expect(minDecimal(x, y)).toBe(a < b ? x : y);
      expect(isWhole(x)).toBe(a % 10_000n === 0n);
    }));
  });

  test('zero is nothing', () => expect(addDecimals(ZERO, decimal('1.5'))).toBe('1.5'));
});
