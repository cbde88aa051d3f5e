import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, type Plugin, type UserConfig } from 'vite';
import { compressed } from './compressed.ts';

interface App {
  /** Its folder. */
  root: string;
  base: '/admin/' | '/learn/';
  /** Where its development server listens, unless `PORT` says otherwise. */
  port: number;
  plugins?: Plugin[];
  /** What is loaded together beyond the first page: a file's name, and which modules begin it. */
  together?: readonly { readonly name: string; readonly test: RegExp }[];
}

/**
 * How both apps are built. What the first page needs goes into one file, `start`: a chunk for each shared module would cost a
 * request each. The API is at `API_URL` while developing.
 */
export function appConfig({ root, base, port, plugins = [], together = [] }: App): UserConfig {
  const api = process.env.API_URL ?? 'http://127.0.0.1:4000';
  return {
    base,
    plugins: [react(), trustedDocuments(root), ...plugins, compressed],
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      outDir: 'dist/site',
      target: 'es2023',
      sourcemap: true,
      manifest: true,
      // How much a first visit may load is checked by `npm test`.
      chunkSizeWarningLimit: 1000,
      // Every browser of this target preloads modules by itself.
      modulePreload: { polyfill: false },
      rolldownOptions: {
        // Codegen marks object literals as pure, which they are without it.
        checks: { invalidAnnotation: false },
        // A group takes along what its modules import.
        output: { codeSplitting: { groups: [{ name: 'start', test: /\/src\/main\.tsx$/ }, ...together] } },
      },
    },
    server: {
      host: '127.0.0.1',
      port: Number(process.env.PORT ?? port),
      proxy: { '/graphql': { target: api, ws: true }, '/api': api, '/files': api, '/healthz': api },
    },
  };
}

/** The API reads from beside the pages which operations they may send. */
const trustedDocuments = (root: string): Plugin => ({
  name: 'trusted-documents',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'trusted-documents.json', source: readFileSync(join(root, 'src/gql/trusted-documents.json')) });
  },
});
