import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { siteOf } from '../start/build-product.ts';

/** What a first visit may load before anything is shown, in kB (1,000 bytes) of gzip: the limit that fails, and the target that we work towards. */
export const BUDGETS = {
  admin: { limit: 330, target: 250 },
  // The words of one language come on top: 6 kB.
  learner: { limit: 120, target: 115 },
};

/** Bytes of gzip of each file that the page `index.html` in `site` loads by itself: scripts, preloaded modules, style sheets, and the page. */
export function firstLoad(site: string, base: string): { file: string; bytes: number }[] {
  const page = readFileSync(join(site, 'index.html'), 'utf8');
  const tags = page.match(/<(script|link)\b[^>]*>/g) ?? [];
  const files = tags
    .filter((tag) => tag.startsWith('<script') || /rel="(stylesheet|modulepreload)"/.test(tag))
    .map((tag) => /(?:src|href)="([^"]+)"/.exec(tag)?.[1])
    .filter((url): url is string => url !== undefined && !/^https?:/.test(url))
    .map((url) => (url.startsWith(base) ? url.slice(base.length) : url.replace(/^\//, '')));
  return ['index.html', ...new Set(files)].map((file) => ({ file, bytes: gzipSync(readFileSync(join(site, file))).length }));
}

/** Whether the app's first load is within its limit; prints the table. */
export function isWithinBudget(root: string, app: keyof typeof BUDGETS): boolean {
  const files = firstLoad(siteOf(root, app), app === 'admin' ? '/admin/' : '/learn/');
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
  const { limit, target } = BUDGETS[app];
  for (const { file, bytes } of files) console.log(`  ${(bytes / 1000).toFixed(1).padStart(7)} kB  ${file}`);
  console.log(`  ${total.toFixed(1).padStart(7)} kB  gzip on the first visit (limit ${limit}, target ${target})`);
  return total <= limit;
}
