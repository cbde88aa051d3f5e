import { expect, test } from '@jest/globals';
import { isUuid } from './ids.ts';

test('a UUID is known by its form, in either case', () => {
  expect(isUuid('0190f3c8-7d2a-7c3e-9f41-0123456789ab')).toBe(true);
  expect(isUuid('0190F3C8-7D2A-7C3E-9F41-0123456789AB')).toBe(true);
  for (const other of ['', '0190f3c8-7d2a-7c3e-9f41-0123456789a', '0190f3c87d2a7c3e9f410123456789ab', 'x0190f3c8-7d2a-7c3e-9f41-0123456789ab', '0190f3c8-7d2a-7c3e-9f41-0123456789abx', 'g190f3c8-7d2a-7c3e-9f41-0123456789ab', 7, null, undefined])
    expect(isUuid(other)).toBe(false);
});
