import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} root */
const stampFile = (root) => join(root, 'node_modules/.installed-for');

/**
 * Whether what is installed below `root` belongs to the lockfile and the package files as they are now.
 * @param {string} root
 */
export function isInstalled(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === fingerprint(root);
}

/**
 * Notes that an installation for the present files has succeeded.
 * @param {string} root
 */
export function markInstalled(root) {
  writeFileSync(stampFile(root), fingerprint(root));
}

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash('sha256').update(root);
  for (const file of filesOf(root)) hash.update(`${file}\0`).update(readFileSync(join(root, file))).update('\0');
  return hash.digest('hex');
}

/** @param {string} root */
function filesOf(root) {
  const folders = ['packages', 'apps'].flatMap((parent) => readdirSync(join(root, parent)).map((name) => `${parent}/${name}`)).sort();
  const packages = ['.', 'tools', ...folders].map((folder) => join(folder, 'package.json'));
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...packages.filter((file) => existsSync(join(root, file)))];
}
