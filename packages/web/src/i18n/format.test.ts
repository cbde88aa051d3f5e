import { describe, expect, test } from '@jest/globals';
import { calendarDateIn, daysBetween, sameClock } from './calendar-date.ts';
import { makeFormatter } from './format.ts';
import { detectLanguage, matchLanguage } from './languages.ts';

const en = makeFormatter('en', 'Europe/Berlin');
const zh = makeFormatter('zh-CN', 'Asia/Shanghai');

describe('numbers and dates', () => {
  test('progress is rounded down, so that 100 % appears only when all is done [domain 2.3]', () => {
    expect(en.percent(0.999)).toBe('99%');
    expect(en.percent(1)).toBe('100%');
    expect(en.percent(0.29)).toBe('29%');
    expect(en.percent(1.7)).toBe('100%');
  });

  test('a calendar date is the same day for every reader', () => {
    expect(makeFormatter('en', 'Pacific/Kiritimati').date('2026-08-24')).toBe('Aug 24, 2026');
    expect(makeFormatter('en', 'Pacific/Pago_Pago').date('2026-08-24')).toBe('Aug 24, 2026');
    expect(zh.date('2026-08-24')).toBe('2026年8月24日');
  });

  test('an instant is shown in the reader’s zone', () => {
    const instant = new Date('2026-08-24T21:59:59Z');
    expect(en.dateTime(instant)).toContain('Aug 24, 2026');
    expect(zh.dateTime(instant)).toContain('2026年8月25日');
  });

  test('spans are told in words', () => {
    expect(en.relativeDays(0)).toBe('today');
    expect(en.relativeDays(-1)).toBe('yesterday');
    expect(en.relativeDays(90)).toBe('in 3 months');
    expect(en.relativeDays(-700)).toBe('23 months ago');
    expect(en.relativeDays(-1500)).toBe('4 years ago');
    expect(en.relative(new Date('2026-01-01T00:00:00Z'), new Date('2026-01-01T00:03:10Z'))).toBe('3 minutes ago');
    expect(zh.relativeDays(5)).toBe('5天后');
  });

  test('sizes and durations use the unit that fits', () => {
    expect(en.bytes(0)).toBe('0 byte');
    expect(en.bytes(1_500_000)).toBe('1.5 MB');
    expect(en.duration(80)).toBe('1 hr 20 min');
    expect(en.duration(0)).toBe('0 min');
  });

  test('a language has its name in the language of the reader', () => {
    expect(en.languageName('zh-CN')).toBe('Chinese (China)');
    expect(zh.languageName('en')).toBe('英语');
    expect(en.languageName('?')).toBe('?');
  });
});

describe('calendar', () => {
  test('the day of an instant depends on the zone', () => {
    const instant = new Date('2026-03-01T05:30:00Z');
    expect(calendarDateIn('America/New_York', instant)).toBe('2026-03-01');
    expect(calendarDateIn('America/Los_Angeles', instant)).toBe('2026-02-28');
  });

  test('days are counted over the change of the clocks and the leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-03-30', '2026-03-28')).toBe(-2);
  });

  test('two names for the same wall clock are the same clock', () => {
    const summer = new Date('2026-07-01T12:00:00Z');
    expect(sameClock('Europe/Berlin', 'Europe/Paris', summer)).toBe(true);
    expect(sameClock('Europe/Berlin', 'Europe/London', summer)).toBe(false);
  });
});

describe('language', () => {
  test('the person’s setting comes before this browser’s choice, and that before the browser’s wishes', () => {
    expect(detectLanguage({ person: 'zh-CN', stored: 'en', browser: ['en-GB'] })).toBe('zh-CN');
    expect(detectLanguage({ person: null, stored: 'zh-CN', browser: ['en-GB'] })).toBe('zh-CN');
    expect(detectLanguage({ stored: null, browser: ['fr', 'zh-Hans-SG', 'en'] })).toBe('zh-CN');
    expect(detectLanguage({ stored: 'xx', browser: ['fr'] })).toBe('en');
  });

  test('an unknown tag matches nothing', () => {
    expect(matchLanguage('zhuang')).toBeUndefined();
    expect(matchLanguage('')).toBeUndefined();
  });
});
