import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** No file of ours is longer, tests included: a longer one has two things under one roof. */
export const MOST_LINES = 400;

const SOURCE = /\.(ts|tsx|js|mjs|css|graphql|sql|yaml|md)$/;
/** Written by machines or a list by nature. */
const EXEMPT = /(^|\/)(migrations|locales|gql)\/|\.generated\.|^pnpm-lock\.yaml$|^apps\/api\/schema\.graphql$|^tools\/seed\/(data|content)\/|^\.github\/decisions\//;

/** The files among `paths` (below `root`) that are too long, with their lengths, the longest first. */
export function tooLong(root: string, paths: string[]): { path: string; lines: number }[] {
  return paths
    .filter((path) => SOURCE.test(path) && !EXEMPT.test(path))
    .map((path) => ({ path, lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MOST_LINES)
    .sort((a, b) => b.lines - a.lines);
}

/** Everything that git tracks or would: not what it ignores. */
export function filesOfTheProject(root: string): string[] {
  const { stdout, status, stderr } = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '--deduplicate', '-z'], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`git does not list the files: ${stderr}`);
  const deleted = new Set(spawnSync('git', ['ls-files', '--deleted', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0'));
  return stdout.split('\0').filter((path) => path !== '' && !deleted.has(path));
}
