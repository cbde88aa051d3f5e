import { expect, test } from '@jest/globals';
import { addWords, changeLanguage, makeI18n, type MessageLoaders } from './make-i18n.ts';

const loaders: MessageLoaders = {
  en: async () => ({ messages: { ui: { hello: 'Hello, {{name}}', items_one: '{{count}} item', items_other: '{{count}} items', people_zero: 'Nobody', people_other: '{{count}} people', deep: { inside: 'Inside' } } } }),
  'zh-CN': async () => ({ messages: { ui: { hello: '{{name}}，您好', items_other: '{{count}} 项' } } }),
};

test('a text is said with its variables, from any depth, in the language in use', async () => {
  const i18n = await makeI18n('en', loaders);
  expect(i18n.say('ui', 'hello', { name: 'Mia {{name}}' })).toBe('Hello, Mia {{name}}');
  expect(i18n.say('ui', 'deep.inside')).toBe('Inside');
  expect(document.documentElement.lang).toBe('en');
});

test('the plural form is that of the language, and one that it does not have is not asked for', async () => {
  const english = await makeI18n('en', loaders);
  expect([0, 1, 2].map((count) => english.say('ui', 'items', { count }))).toEqual(['0 items', '1 item', '2 items']);
  const chinese = await makeI18n('zh-CN', loaders);
  expect([0, 1, 2].map((count) => chinese.say('ui', 'items', { count }))).toEqual(['0 项', '1 项', '2 项']);
});

test('nothing at all has words of its own where there are some', async () => {
  const english = await makeI18n('en', loaders);
  expect([0, 3].map((count) => english.say('ui', 'people', { count }))).toEqual(['Nobody', '3 people']);
});

test('what there is no text for is said as given, or by its key: a hole shows itself, nothing of objects does', async () => {
  const i18n = await makeI18n('en', loaders);
  expect(i18n.say('ui', 'state.NEW', { defaultValue: 'NEW' })).toBe('NEW');
  expect(i18n.say('ui', 'nothing.here')).toBe('nothing.here');
  expect(i18n.say('ui', 'toString')).toBe('toString');
  expect(i18n.say('ui', 'deep')).toBe('deep');
  expect(i18n.say('ui', 'hello')).toBe('Hello, {{name}}');
});

test('everyone who listens hears of another language', async () => {
  const i18n = await makeI18n('en', loaders);
  const heard: string[] = [];
  const stop = i18n.subscribe(() => heard.push(i18n.say('ui', 'hello', { name: 'Mia' })));
  i18n.use('zh-CN', (await loaders['zh-CN']()).messages);
  stop();
  i18n.use('en', (await loaders.en()).messages);
  expect(heard).toEqual(['Mia，您好']);
});

test('words that are added stand beside those of their namespace, and come along into another language', async () => {
  const further: MessageLoaders = { en: async () => ({ messages: { ui: { more: 'More' } } }), 'zh-CN': async () => ({ messages: { ui: { more: '更多' } } }) };
  const i18n = await makeI18n('en', loaders);
  await addWords(i18n, further);
  expect([i18n.say('ui', 'more'), i18n.say('ui', 'deep.inside')]).toEqual(['More', 'Inside']);
  await changeLanguage(i18n, 'zh-CN', loaders);
  expect([i18n.say('ui', 'more'), i18n.say('ui', 'items', { count: 2 })]).toEqual(['更多', '2 项']);
});

test('words whose language was left while they were loaded are loaded in the other', async () => {
  const i18n = await makeI18n('en', loaders);
  let arrive = (): void => {};
  const waiting = new Promise<void>((resolve) => (arrive = resolve));
  const further: MessageLoaders = {
    en: () => waiting.then(() => ({ messages: { ui: { more: 'More' } } })),
    'zh-CN': async () => ({ messages: { ui: { more: '更多' } } }),
  };
  const added = addWords(i18n, further);
  await changeLanguage(i18n, 'zh-CN', loaders);
  arrive();
  await added;
  expect(i18n.say('ui', 'more')).toBe('更多');
});

test('words that are added while another language is on its way come in that language', async () => {
  let arrive = (): void => {};
  const waiting = new Promise<void>((resolve) => (arrive = resolve));
  const slow: MessageLoaders = { ...loaders, 'zh-CN': () => waiting.then(() => loaders['zh-CN']()) };
  const further: MessageLoaders = { en: async () => ({ messages: { ui: { more: 'More' } } }), 'zh-CN': async () => ({ messages: { ui: { more: '更多' } } }) };
  const i18n = await makeI18n('en', slow);
  const changed = changeLanguage(i18n, 'zh-CN', slow);
  await addWords(i18n, further);
  arrive();
  await changed;
  expect([i18n.language, i18n.say('ui', 'more'), i18n.say('ui', 'items', { count: 2 })]).toEqual(['zh-CN', '更多', '2 项']);
});
