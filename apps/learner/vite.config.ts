import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

// What every first page needs goes into one file: a chunk for each shared module would cost a request each.
const libraries = /node_modules\/(react|react-dom|scheduler|clsx|react-router|@mantine\/core\/esm\/(core|components\/(Loader|Transition|Text|Title|Button|Anchor|UnstyledButton|VisuallyHidden|ActionIcon)))\//;
const ours =
  /packages\/web\/src\/(i18n\/(?!locales)|apollo\/(ask|connection-store|document-id|operation-name|send-document)\.|session\/(session-c|session-signal|require-session|person-menu\.|plan-term)|ui\/(icons|notify|error-state|empty-state|copyable-id|skeletons|page-|due-date|hint\.|progress-bar|status-badge|offline-banner|branding|accent-scale|theme|live-region|skip-links|define-path|product-mark|person-avatar|app-root))|apps\/learner\/src\/(shell\/(shell|signed-in)\.|pages\/(home|lost)|paths|last-place|features\/(my-learning\/(continue-card|group-learning|home-|plan-card|plan-section|use-arrivals)|player\/(report-queue|use-waiting)))|vite\/preload-helper|rolldown\/runtime/;
const start = (id: string): boolean => libraries.test(id) || ours.test(id);
// Heard of when the first page is there and idle: one file too.
const live = /node_modules\/graphql-ws\/|packages\/web\/src\/apollo\/(follow-live|live-socket)\.|features\/my-learning\/follow-my-learning/;
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

/** Whoever serves the app finds each text compressed already; what is stored compressed in itself is left as it is. */
const compressed: Plugin = {
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
  plugins: [react(), trustedDocuments, placePdfParts, compressed],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: {
      // Codegen marks object literals as pure, which they are without it.
      checks: { invalidAnnotation: false },
      output: { codeSplitting: { groups: [
            { name: 'start', test: start },
            { name: 'live', test: live },
          ] } },
    },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5174),
    proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api, '/healthz': api },
  },
});
