import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { appConfig } from '../../tools/vite/app-config.ts';

/** Which files of pdf.js its worker asks for by name, where a document needs them: character maps, fonts, decoders. */
const pdfParts = [/^cmaps\/.+\.bcmap$/, /^standard_fonts\/.+\.(pfb|ttf)$/, /^wasm\/.+_nowasm_fallback\.js$/];

const placePdfParts: Plugin = {
  name: 'place-pdf-parts',
  apply: 'build',
  generateBundle() {
    const root = join(import.meta.dirname, 'node_modules/pdfjs-dist');
    for (const folder of ['cmaps', 'standard_fonts', 'wasm']) {
      for (const file of readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)) {
        if (pdfParts.some((part) => part.test(file))) this.emitFile({ type: 'asset', fileName: `assets/pdf/${file}`, source: readFileSync(join(root, file)) });
      }
    }
  },
};

export default defineConfig(
  appConfig({
    root: import.meta.dirname,
    base: '/learn/',
    port: 5174,
    plugins: [placePdfParts],
    // Heard of when the first page is there and idle.
    together: [{ name: 'live', test: /features\/my-learning\/follow-my-learning|web\/src\/apollo\/live-socket/ }],
  }),
);
