import { expect, test } from '@jest/globals';
import { accentScale, contrast, darkBackground, parseHex } from './accent-scale.ts';
import { toneColours, tones } from './theme.ts';

const brandings = ['#4353c6', '#ffff00', '#000000', '#ffffff', '#ff0000', '#00e5ff', '#7a7a7a', '#0b3d0b', '#fde'];

test.each(brandings)('the accent %s stays readable in both schemes [WCAG 1.4.3]', (colour) => {
  const scale = accentScale(colour);
  expect(contrast(scale[6], '#ffffff')).toBeGreaterThanOrEqual(4.5);
  expect(contrast(scale[6], scale[0])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(scale[7], scale[1])).toBeGreaterThanOrEqual(4.5);
  expect(contrast(scale[4], darkBackground)).toBeGreaterThanOrEqual(4.5);
});

test('a colour that cannot be read gives the default accent', () => {
  expect(parseHex('red; background: url(x)')).toBeUndefined();
  expect(accentScale('nonsense')).toEqual(accentScale('#4353c6'));
});

test.each([
  ['light', '#ffffff'],
  ['dark', darkBackground],
] as const)('every tone is readable on its background and on the %s page [WCAG 1.4.3, 1.4.11]', (scheme, page) => {
  for (const tone of tones) {
    const { text, background, solid } = toneColours[scheme][tone];
    expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(text, page)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(solid, page)).toBeGreaterThanOrEqual(3);
  }
});
