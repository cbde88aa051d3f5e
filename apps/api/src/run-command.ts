import { ConfigError } from './config.ts';
import { explainDatabaseError } from './platform/database/explain-database-error.ts';

/** Runs what a command does. What its caller can mend ends the process with a sentence and code 1; a fault of ours shows where it is. */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const words = error instanceof ConfigError ? error.message : explainDatabaseError(error);
    if (words === undefined) throw error;
    process.stderr.write(`${words}\n`);
    process.exit(1);
  }
}
