import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { StartProblem } from './steps.ts';

/** One way into the demonstration organization. `password` is a partner system's API key where `app` is `api`. */
export interface DemoAccount {
  who: string;
  name: string;
  signIn: string;
  password: string;
  app: 'admin' | 'learner' | 'api';
}

/** How the demonstration organization comes into a database. */
export interface DemoLoading {
  /** Loads it; the last line is JSON `{ "accounts": DemoAccount[] }` (an empty list: the database was not empty, nothing was loaded). */
  readonly seed: () => Promise<string>;
  /** Empties the database, which then is as new; undefined for one that is not ours to empty. */
  readonly startAnew: (() => Promise<void>) | undefined;
}

/**
 * The accounts of the demonstration organization in the database called `identity`: from `file` (0600), where they were kept when it was
 * loaded, else by loading it. A loading that was cut off half-way is begun anew; in a database of somebody else's it is a `StartProblem`.
 */
export async function demoAccounts(file: string, identity: string, { seed, startAnew }: DemoLoading): Promise<DemoAccount[]> {
  const kept = read(file);
  if (kept?.identity === identity) {
    if (kept.accounts) return kept.accounts;
    if (!startAnew) throw new StartProblem('The demonstration organization was not loaded to its end. Give the product an empty database, or set MILEPOST_DEMO=0.');
    await startAnew();
  }
  keep(file, { identity });
  const accounts = accountsIn(await seed());
  if (accounts.length > 0) keep(file, { identity, accounts });
  else rmSync(file, { force: true });
  return accounts;
}

/** The accounts as lines of a table. */
export function accountLines(accounts: DemoAccount[]): string[] {
  const width = (of: (account: DemoAccount) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [who, name, signIn] = [width((a) => a.who), width((a) => a.name), width((a) => a.signIn)];
  return accounts.map((a) => `${a.who.padEnd(who)}  ${a.name.padEnd(name)}  ${a.signIn.padEnd(signIn)}  ${a.password}`);
}

/** What the file holds; without accounts: a loading has begun. */
interface Kept {
  identity: string;
  accounts?: DemoAccount[];
}

function keep(file: string, kept: Kept): void {
  rmSync(file, { force: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
}

function read(file: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return undefined;
  }
}

function accountsIn(output: string): DemoAccount[] {
  const line = output.trimEnd().split('\n').at(-1) ?? '';
  try {
    return (JSON.parse(line) as { accounts: DemoAccount[] }).accounts;
  } catch {
    throw new StartProblem(`Loading the demonstration organization did not end with its accounts, but with: ${line.slice(0, 200)}`);
  }
}
