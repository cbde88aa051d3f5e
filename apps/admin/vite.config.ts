import { readFileSync } from 'node:fs';
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

export default defineConfig({
  base: '/admin/',
  plugins: [react(), trustedDocuments],
  resolve: { conditions: ['source', ...defaultClientConditions] },
  build: {
    outDir: 'dist/site',
    target: 'es2023',
    sourcemap: true,
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', test: start }] } } },
  },
  server: {
    host: '127.0.0.1',
    port: Number(process.env.PORT ?? 5173),
    proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api, '/healthz': api },
  },
});
