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

/**
 * The accounts of the demonstration organization in the database called `identity`: from `file` (0600), where they were kept when it was
 * loaded, else from `seed`, whose last line is JSON `{ "accounts": DemoAccount[] }` (an empty list: the database was not empty, nothing was loaded).
 */
export async function demoAccounts(file: string, identity: string, seed: () => Promise<string>): Promise<DemoAccount[]> {
  const kept = read(file);
  if (kept?.identity === identity) return kept.accounts;
  const accounts = accountsIn(await seed());
  if (accounts.length > 0) {
    rmSync(file, { force: true });
    writeFileSync(file, `${JSON.stringify({ identity, accounts }, null, 2)}\n`, { mode: 0o600 });
  }
  return accounts;
}

/** The accounts as lines of a table. */
export function accountLines(accounts: DemoAccount[]): string[] {
  const width = (of: (account: DemoAccount) => string) => Math.max(...accounts.map((account) => of(account).length));
  const [who, name, signIn] = [width((a) => a.who), width((a) => a.name), width((a) => a.signIn)];
  return accounts.map((a) => `${a.who.padEnd(who)}  ${a.name.padEnd(name)}  ${a.signIn.padEnd(signIn)}  ${a.password}`);
}

function read(file: string): { identity: string; accounts: DemoAccount[] } | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as { identity: string; accounts: DemoAccount[] };
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
