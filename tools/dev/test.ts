import { join } from 'node:path';
import { checksOf } from './test/checks.ts';
import { summaryLine } from './test/outcome.ts';
import { runChecks } from './test/run-checks.ts';

const wanted = process.argv.slice(2).filter((argument) => argument !== '--');
const all = checksOf(join(import.meta.dirname, '../..'));
const unknown = wanted.filter((id) => !all.some((check) => check.id === id));
if (unknown.length > 0) {
  console.error(`There is no check "${unknown.join('", "')}". There are: ${all.map(({ id }) => id).join(', ')}`);
  process.exit(2);
}
const checks = wanted.length > 0 ? all.filter(({ id }) => wanted.includes(id)) : all;

const outcome = await runChecks(checks, console.log);
console.log(`\n${summaryLine(outcome)}`);
process.exitCode = outcome.failed > 0 ? 1 : 0;
