import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { siteOf } from '../start/build-product.ts';

type App = 'admin' | 'learner';

/** What a first visit may load, in kB (1,000 bytes) of gzip: the limit that fails, and the target that we work towards. */
export const BUDGETS: Record<App, { limit: number; target: number }> = {
  admin: { limit: 330, target: 250 },
  learner: { limit: 120, target: 115 },
};

const languages = ['en', 'zh-CN'];

/** What a first page loads without being asked, beside what its document names, by source or chunk: the reader's words, what hears of changes. */
const loadedByItself: Record<App, (language: string) => string[]> = {
  admin: (language) => [`src/i18n/${language}.ts`],
  learner: (language) => [`src/i18n/${language}.ts`, 'live'],
};

interface Chunk {
  readonly file: string;
  readonly name?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/** Everything that a first visit in a language loads of a built site, each with its bytes of gzip: the page, scripts, styles, words. */
export function firstVisit(site: string, base: string, loaded: readonly string[]): { file: string; bytes: number }[] {
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const tags = page.match(/<(script|link)\b[^>]*>/g) ?? [];
  const named = tags
    .filter((tag) => tag.startsWith('<script') || /rel="(stylesheet|modulepreload|preload|icon)"/.test(tag))
    .map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1])
    .filter((url): url is string => url !== undefined && !/^(https?|data):/.test(url))
    .map((url) => (url.startsWith(base) ? url.slice(base.length) : url.replace(/^\//, '')));
  const chunks = JSON.parse(readFileSync(join(site, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>;
  const filesOf = (wanted: string): string[] => {
    const chunk = chunks[wanted] ?? Object.values(chunks).find(({ name }) => name === wanted);
    if (!chunk) throw new Error(`${wanted} is no chunk of ${site}`);
    return [chunk.file, ...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap(filesOf)];
  };
  const files = ['index.html', ...named, ...loaded.flatMap(filesOf)];
  return [...new Set(files)].map((file) => ({ file, bytes: gzipSync(readFileSync(join(site, file))).length }));
}

/** Whether the app's first visit is within its limit in every language; prints the tables. */
export function isWithinBudget(root: string, app: App): boolean {
  const { limit, target } = BUDGETS[app];
  const totals = languages.map((language) => {
    const files = firstVisit(siteOf(root, app), app === 'admin' ? '/admin/' : '/learn/', loadedByItself[app](language));
    const total = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
    for (const { file, bytes } of files) console.log(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
    console.log(`  ${total.toFixed(1).padStart(7)} kB  gzip on the first visit in ${language}, ${files.length} requests (limit ${limit} kB, target ${target} kB)`);
    return total;
  });
  return totals.every((total) => total <= limit);
}
