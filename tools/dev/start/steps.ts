/** A failure that its reader can mend: shown as its message alone, without a stack. */
export class StartProblem extends Error {}

/** Says what is being done while it is done: one line per step, which ends with what came of it and the seconds it took. */
export async function step<T>(title: string, work: () => Promise<T>, outcome: (result: T) => string = () => 'done'): Promise<T> {
  const began = performance.now();
  const seconds = () => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  process.stdout.write(`  ${title} … `);
  try {
    const result = await work();
    process.stdout.write(`${outcome(result)} (${seconds()})\n`);
    return result;
  } catch (error) {
    process.stdout.write(`FAILED (${seconds()})\n`);
    throw error;
  }
}
