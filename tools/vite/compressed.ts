import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Whoever serves the app finds each text compressed already; what is stored compressed in itself is left as it is. */
export const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }, bundle) {
    for (const file of Object.keys(bundle).filter((name) => /^assets\/.+\.(js|mjs|css)$/.test(name))) {
      const source = readFileSync(join(dir, file));
      writeFileSync(join(dir, `${file}.gz`), gzipSync(source, { level: 9 }));
      writeFileSync(join(dir, `${file}.br`), brotliCompressSync(source, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
    }
  },
};
