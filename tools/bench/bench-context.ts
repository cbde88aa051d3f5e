import type pg from 'pg';
import type { EmbeddedPostgres } from '../dev/postgres.ts';
import { withClient } from '../dev/postgres/prepare-database.ts';
import { cpuMilliseconds, databaseCpuMilliseconds } from './cpu-time.ts';
import type { World } from './dataset/generate.ts';
import type { LoadOrder, LoadReport } from './load/generate-load.ts';
import { rawRequest } from './load/raw-client.ts';
import { runProcess } from './load/run-process.ts';
import type { BenchOptions } from './options.ts';
import { findDocument, type Measured, sessionCookie, tokenOf } from './processes.ts';
import { median, type Spread, spreadOf } from './statistics.ts';

/** A line of the table: ours beside the bare counterpart, measured in turns. */
export interface Result {
  readonly act: string;
  readonly ours: Spread;
  readonly bare: Spread | undefined;
  /** Operations a second. */
  readonly oursPerSecond: number | undefined;
  readonly barePerSecond: number | undefined;
  /** Processor time of server and database for one operation, in milliseconds: what is left of the figures when others use the machine too. */
  readonly oursCpu?: number | undefined;
  readonly bareCpu?: number | undefined;
  /** The middle of the rounds' ratios. */
  readonly ratio: number | undefined;
  /** What the ratio is of: ours over bare, of throughput (more is better) or of time (less is better). */
  readonly ratioOf: 'throughput' | 'time' | undefined;
  /** What the issue asks for, and whether the figure reaches it. */
  readonly mark: string | undefined;
  readonly reached: boolean | undefined;
  readonly note?: string;
}

/** What every act works with. */
export interface BenchContext {
  readonly options: BenchOptions;
  readonly world: World;
  readonly postgres: EmbeddedPostgres;
  readonly api: Measured;
  readonly bare: Measured;
  readonly dataDir: string;
  readonly say: (line: string) => void;
}

/** One of the measured acts: a file of `acts/` each. */
export type Act = (context: BenchContext) => Promise<Result[]>;

/** Asks the database as a role that sees everything. */
export function ask<Row extends pg.QueryResultRow>({ postgres }: Pick<BenchContext, 'postgres'>, sql: string, values: unknown[] = []): Promise<Row[]> {
  return withClient(postgres.url('superuser'), async (client) => (await client.query<Row>(sql, values)).rows);
}

/** Signs people in, as if they had just done so. */
export async function signIn(context: Pick<BenchContext, 'postgres' | 'world'>, personIds: readonly string[]): Promise<void> {
  const ids = [...new Set(personIds)];
  await ask(
    context,
    `INSERT INTO auth.session (id, "expiresAt", token, "updatedAt", "userId", "organizationId", "personId", "lastSeenAt")
     SELECT t.token, now() + interval '1 day', t.token, now(), t.person, $3, t.person, now() + interval '10 minutes'
     FROM unnest($1::text[], $2::text[]) AS t (person, token) ON CONFLICT (id) DO UPDATE SET "lastSeenAt" = excluded."lastSeenAt"`,
    [ids, ids.map(tokenOf), context.world.organizationId],
  );
}

/** A trusted document of one of the apps, asked by a signed-in person, as bytes. */
export function graphqlRequest(personId: string, operationName: string, variables: unknown = {}): string {
  return rawRequest({ method: 'POST', path: '/graphql', cookie: sessionCookie(tokenOf(personId)), body: { documentId: findDocument(operationName), operationName, variables } });
}

/** A request to the bare server, as bytes. */
export function bareRequest(...path: readonly string[]): string {
  return rawRequest({ method: 'GET', path: `/${path.join('/')}` });
}

/** A server's turn: the requests that are sent to it. */
type Requests = Pick<LoadOrder, 'requests' | 'once' | 'answersProblems'>;

/** Lets ours and the bare server take turns with requests that each makes anew, and compares their throughput. */
export function compareServers(context: BenchContext, ours: () => Requests | Promise<Requests>, theirs: () => Requests | Promise<Requests>): Promise<Comparison> {
  const { options, api, bare } = context;
  const turn = async (server: Measured, requests: Requests): Promise<LoadReport> => {
    const before = cpuMilliseconds(server.pid) ?? Number.NaN;
    const report = await runProcess<LoadReport>('generate-load.ts', { port: server.port, clients: options.clients, seconds: options.seconds, ...requests });
    return { ...report, cpu: (cpuMilliseconds(server.pid) ?? Number.NaN) - before };
  };
  return compare(context, async () => turn(api, await ours()), async () => turn(bare, await theirs()));
}

const rate = ({ milliseconds, elapsedSeconds }: LoadReport): number => milliseconds.length / elapsedSeconds;

/** A server that has just started compiles while it answers: turns go by unmeasured until one is hardly faster than the one before. */
async function warmUp(turn: () => Promise<number>): Promise<void> {
  let [before, now] = [0, await turn()];
  for (let turns = 1; now > before * 1.05 && turns < 6; turns++) [before, now] = [now, await turn()];
}

/** What came of taking turns. */
type Comparison = Pick<Result, 'ours' | 'bare' | 'oursPerSecond' | 'barePerSecond' | 'oursCpu' | 'bareCpu' | 'ratio' | 'ratioOf'> & {
  readonly samples: readonly [string, string];
};

/** Lets two kinds of load take turns, after each has warmed up, and compares their throughput. */
export async function compare({ options, postgres }: BenchContext, ours: () => Promise<LoadReport>, bare: () => Promise<LoadReport>): Promise<Comparison> {
  const turn = async (work: () => Promise<LoadReport>): Promise<LoadReport> => {
    const before = databaseCpuMilliseconds(postgres.clusterDir) ?? Number.NaN;
    const report = await work();
    if (report.refused > 0) throw new Error(`${report.refused} of ${report.sent} were refused; e.g. ${report.sample.slice(0, 500)}`);
    const cpu = report.cpu + (databaseCpuMilliseconds(postgres.clusterDir) ?? Number.NaN) - before;
    return { ...report, cpu: cpu / report.milliseconds.length };
  };
  for (const work of [ours, bare]) await warmUp(() => turn(work).then(rate));
  const rounds: { ours: LoadReport; bare: LoadReport }[] = [];
  for (let round = 0; round < options.rounds; round++) {
    const first = round % 2 === 0 ? await turn(ours) : undefined;
    const second = await turn(bare);
    rounds.push({ ours: first ?? (await turn(ours)), bare: second });
  }
  return {
    ours: spreadOf(rounds.flatMap((round) => round.ours.milliseconds)),
    bare: spreadOf(rounds.flatMap((round) => round.bare.milliseconds)),
    oursPerSecond: median(rounds.map((round) => rate(round.ours))),
    barePerSecond: median(rounds.map((round) => rate(round.bare))),
    oursCpu: median(rounds.map((round) => round.ours.cpu)),
    bareCpu: median(rounds.map((round) => round.bare.cpu)),
    ratio: median(rounds.map((round) => rate(round.ours) / rate(round.bare))),
    ratioOf: 'throughput',
    samples: [rounds[0]!.ours.sample, rounds[0]!.bare.sample],
  };
}
