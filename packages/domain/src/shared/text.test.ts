import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foldEmail, foldForSearch, foldIdentifier, hasControlCharacters, lengthBeyond, lengthOf, searchWords, tidy } from './text.ts';

describe('texts', () => {
  test.each([['', 0], ['plan', 4], ['学习计划', 4], ['👩🏽‍🚀', 1], ['e\u0301', 1], ['🇨🇳🇩🇪', 2]])('%j is %i characters to a reader [L6]', (text, length) => expect(lengthOf(text)).toBe(length));

  test('a limit counts what a reader sees, and bounds what is stored', () => {
    expect(lengthBeyond('a'.repeat(20), 20)).toBeUndefined();
    expect(lengthBeyond('a'.repeat(21), 20)).toBe(21);
    expect(lengthBeyond('👩🏽‍🚀'.repeat(20), 20)).toBeUndefined();
    expect(lengthBeyond('👩🏽‍🚀'.repeat(21), 20)).toBe(21);
    expect(lengthBeyond(`a${'\u0301'.repeat(159)}`, 20)).toBeUndefined();
    expect(lengthBeyond(`a${'\u0301'.repeat(160)}`, 20)).toBe(161);
  });

  test('control characters are found; new lines are none where there may be many', () => {
    expect(hasControlCharacters('a\u0000b', 'MANY_LINES')).toBe(true);
    expect(hasControlCharacters('a\nb\tc\r\n', 'MANY_LINES')).toBe(false);
    for (const text of ['a\nb', 'a\tb', 'a\u2028b', 'a\u0085b', '\u007f']) expect(hasControlCharacters(text, 'ONE_LINE')).toBe(true);
    expect(hasControlCharacters('李 雷 محمد', 'ONE_LINE')).toBe(false);
  });

  test('white space is tidied', () => expect(tidy('  A \u3000\t B\n')).toBe('A B'));

  test.each([['ａ-7 ', 'A-7'], ['  E０1', 'e01'], ['K12', '\u212A12']])('%j and %j are the same employee number', (a, b) => expect(foldIdentifier(a)).toBe(foldIdentifier(b)));

  test('e-mail addresses are compared in one case', () => {
    expect(foldEmail(' Mia@Example.COM ')).toBe('mia@example.com');
    expect(foldEmail('jose\u0301@x.de')).toBe(foldEmail('jos\u00e9@x.de'));
  });

  test.each([['Łukasz', 'lukasz'], ['José  Ñandú', 'jose nandu'], ['Straße', 'strasse'], ['Ørsted', 'orsted'], ['ＭＩＡ', 'mia'], ['王小明', '王小明'], ['İpek Işık', 'ipek isik'], ['Æther', 'aether'], ['Œuvre', 'oeuvre'], ['Đỗ', 'do'], ['Ðor', 'dor'], ['Þór', 'thor'], ['\u00a0한국 ', '한국']])(
    '%s is found by %s', (name, found) => expect(foldForSearch(name)).toBe(found));

  test.each([
    ['O’Connor', ['oconnor']], ["o'con", ['ocon']], ['Müller  Ann', ['muller', 'ann']], ['一部', ['一部']], ['jean-luc', ['jeanluc']],
    ['mia.chen@example.com', ['miachenexamplecom']], ['N-0017', ['n0017']], ['50%', ['50%']], [' – ', []], ['山田・太郎', ['山田太郎']],
  ])('a search for %s asks for %j', (text, words) => expect(searchWords(text)).toEqual(words));

  test('folding twice changes nothing', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldIdentifier(foldIdentifier(text))).toBe(foldIdentifier(text));
      expect(foldForSearch(foldForSearch(text))).toBe(foldForSearch(text));
      expect(foldEmail(foldEmail(text))).toBe(foldEmail(text));
    }));
  });
});
