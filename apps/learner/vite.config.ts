import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// What every first page needs goes into one file: a chunk for each shared module would cost a request each.
const start = /node_modules\/(react|react-dom|scheduler|react-router|@mantine\/core\/esm\/(core|components\/(Loader|Transition|Text|Title|Button|Anchor|UnstyledButton|VisuallyHidden|ActionIcon)))\//;
const api = process.env.API_URL ?? 'http://127.0.0.1:4000';

// The API reads from beside the pages which operations they may send.
const trustedDocuments: Plugin = {
  name: 'trusted-documents',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source: readFileSync(new URL('src/gql/trusted-documents.json', import.meta.url)) });
  },
};

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

export default defineConfig({
  base: '/learn/',
  plugins: [react(), trustedDocuments, placePdfParts],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: {
      // Codegen marks object literals as pure, which they are without it.
      checks: { invalidAnnotation: false },
      output: { codeSplitting: { groups: [{ name: 'start', test: start }] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5174),
    proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api, '/healthz': api },
  },
});
