import { expect } from '@jest/globals';
import { LANGUAGES, sayMessage, type Catalog, type MessageShapes } from './message.ts';

/** One example, or several where a sentence has several forms, of what each code carries. */
export type Samples<Shapes extends MessageShapes> = {
  readonly [Code in keyof Shapes]: Shapes[Code] | readonly Shapes[Code][];
};

/**
 * Proves of a catalog that each code is said in both languages, differently, without leftovers such as "undefined",
 * and that in each language every param is made use of in at least one of its forms.
 */
export function expectCatalogIsComplete<Shapes extends MessageShapes>(catalog: Catalog<Shapes>, samples: Samples<Shapes>): void {
  expect(Object.keys(catalog).sort()).toEqual(Object.keys(samples).sort());
  for (const code of Object.keys(catalog)) {
    const forms = [samples[code]].flat() as Shapes[string][];
    const said = LANGUAGES.map((language) => {
      const read = new Set<string>();
      const sentences = forms.map((params) => {
        const watched = new Proxy(params, {
          get: (target, key) => {
            read.add(String(key));
            return target[String(key)];
          },
        });
        return sayMessage(catalog, { code, params: watched }, language);
      });
      expect({ code, language, read: [...read].sort() }).toEqual({ code, language, read: Object.keys(forms[0] ?? {}).sort() });
      for (const sentence of sentences) expect(sentence).not.toMatch(/undefined|null|NaN|\[object|^\s*$| {2}/);
      return sentences.join();
    });
    expect({ code, same: said[0] === said[1] }).toEqual({ code, same: false });
    expect(said[1]).toMatch(/\p{Script=Han}/u);
  }
}
