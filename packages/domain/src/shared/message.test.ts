import { describe, expect, test } from '@jest/globals';
import { languageOf, sayMessage, type Catalog } from './message.ts';

type Shapes = {
  DUE: { on: string }; LEFT: { count: number }; EARNED: { credits: string }; AT: { progress: number };
  CHOOSE: { names: readonly string[] }; NEED: { names: readonly string[] }; BOTH: { inner: { code: string; params: {} } }; HELLO: {}; SPEAKS: { tag: string };
};
const catalog: Catalog<Shapes> = {
  HELLO: { en: () => 'hello', 'zh-CN': () => '你好' },
  SPEAKS: { en: (p, say) => say.languageName(p.tag), 'zh-CN': (p, say) => say.languageName(p.tag) },
  DUE: { en: (p, say) => `due ${say.date(p.on)}`, 'zh-CN': (p, say) => `${say.date(p.on)}截止` },
  LEFT: { en: (p, say) => `${say.number(p.count)} ${say.plural(p.count, { one: 'session', other: 'sessions' })}`, 'zh-CN': (p, say) => `${say.number(p.count)}场${say.plural(p.count, { one: '!', other: '' })}` },
  EARNED: { en: (p, say) => say.number(p.credits), 'zh-CN': (p, say) => say.number(p.credits) },
  AT: { en: (p, say) => say.percent(p.progress), 'zh-CN': (p, say) => say.percent(p.progress) },
  CHOOSE: { en: (p, say) => say.list(p.names, 'or'), 'zh-CN': (p, say) => say.list(p.names, 'or') },
  NEED: { en: (p, say) => say.list(p.names), 'zh-CN': (p, say) => say.list(p.names) },
  BOTH: { en: (p, say) => `${say.language}: ${say.message(p.inner)}`, 'zh-CN': (p, say) => `${say.language}：${say.message(p.inner)}` },
};

describe('a message', () => {
  test.each<[string, object, string, string]>([
    ['DUE', { on: '2027-06-30' }, 'due June 30, 2027', '2027年6月30日截止'],
    ['LEFT', { count: 1 }, '1 session', '1场'],
    ['LEFT', { count: 1200 }, '1,200 sessions', '1,200场'],
    ['EARNED', { credits: '999999999999.9999' }, '999,999,999,999.9999', '999,999,999,999.9999'],
    ['AT', { progress: 0.29 }, '29%', '29%'],
    ['AT', { progress: 0.9999 }, '99%', '99%'],
    ['AT', { progress: 1 }, '100%', '100%'],
    ['SPEAKS', { tag: 'de' }, 'German', '德语'],
    ['CHOOSE', { names: ['A', 'B'] }, 'A or B', 'A或B'],
    ['NEED', { names: ['A', 'B', 'C'] }, 'A, B, and C', 'A、B和C'],
    ['BOTH', { inner: { code: 'HELLO', params: {} } }, 'en: hello', 'zh-CN：你好'],
  ])('%s of %j is said in both languages', (code, params, en, zh) => {
    const message = { code, params: params as never };
    expect(sayMessage(catalog, message, 'en')).toBe(en);
    expect(sayMessage(catalog, message, 'zh-CN')).toBe(zh);
  });

  test('a code that the catalog does not have is a fault of the program, inherited names included', () => {
    expect(() => sayMessage(catalog, { code: 'BYE', params: {} }, 'en')).toThrow('no message BYE');
    expect(() => sayMessage(catalog, { code: 'toString', params: {} }, 'en')).toThrow('no message toString');
  });

  test('every locale has a language', () => {
    expect(['zh-CN', 'zh', 'zh-Hant-TW', 'ZH-cn'].map(languageOf)).toEqual(Array(4).fill('zh-CN'));
    expect(['en', 'de-DE', 'zha', ''].map(languageOf)).toEqual(Array(4).fill('en'));
  });
});
