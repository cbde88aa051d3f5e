import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Act, ask, bareRequest, graphqlRequest, type Result, signIn } from '../bench-context.ts';
import type { HoldOrder } from '../load/hold-sockets.ts';
import { subscribe } from '../load/live-socket.ts';
import { RawClient } from '../load/raw-client.ts';
import { findDocument, sessionCookie, startApi, tokenOf } from '../processes.ts';
import { median, spreadOf } from '../statistics.ts';
import { takeCompletions } from './completion.ts';

const reports = 200;
const broadcasts = 8;
const unmeasured = { oursPerSecond: undefined, barePerSecond: undefined } as const;

/** From a learner's press to the admin's screen: reported to one process, heard over a WebSocket of another. */
export const latency: Act = async (context) => {
  const { world, postgres, api, dataDir } = context;
  await signIn(context, [world.adminId]);
  const completions = await takeCompletions(context, reports);
  await signIn(context, completions.map((each) => each.personId));
  const other = await startApi(postgres, dataDir, 'web');
  const seen = new Map<string, number>();
  const socket = await subscribe(
    { port: other.port, cookie: sessionCookie(tokenOf(world.adminId)), documentId: findDocument('TrackedPeopleChanged'), operationName: 'TrackedPeopleChanged', variables: {} },
    (text) => {
      for (const id of (JSON.parse(text) as { payload: { data: { enrollmentChanged: { enrollmentIds: string[] } } } }).payload.data.enrollmentChanged.enrollmentIds) {
        seen.set(id, performance.now());
      }
    },
  );
  const client = new RawClient(api.port);
  const sent = new Map<string, number>();
  for (const { personId, moduleId, courseId, enrollmentId } of completions) {
    const input = { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true };
    sent.set(enrollmentId, performance.now());
    await client.send(Buffer.from(graphqlRequest(personId, 'RecordProgress', { input })));
    await pause(20 + Math.random() * 40);
  }
  for (let waited = 0; waited < 5_000 && completions.some((each) => !seen.has(each.enrollmentId)); waited += 50) await pause(50);
  socket.removeAllListeners('close').close();
  client.close();
  await other.stop();
  const lost = completions.filter((each) => !seen.has(each.enrollmentId)).length;
  if (lost > 0) throw new Error(`${lost} of ${reports} changes did not arrive`);
  const ours = spreadOf(completions.map(({ enrollmentId }) => seen.get(enrollmentId)! - sent.get(enrollmentId)!));
  return [
    {
      ...unmeasured,
      act: 'From the learner’s report (sent) to the admin’s screen, over two API processes',
      ours,
      bare: undefined,
      ratio: undefined,
      ratioOf: undefined,
      mark: 'p99 < 250 ms',
      reached: ours.p99 < 250,
      note: 'the request itself included',
    },
  ];
};

/** One change of a plan to many open dashboards, beside a bare `ws` server that reads once and sends to all. */
export const sockets: Act = async (context) => {
  const { world, api, bare, options } = context;
  await signIn(context, [world.adminId]);
  const [plan] = await ask<{ id: string }>(context, 'SELECT id FROM bench.plan WHERE n = 4');
  const changes = (await takeCompletions(context, 2_000)).filter((each) => each.planId === plan!.id).slice(0, broadcasts);
  await signIn(context, changes.map((each) => each.personId));
  const count = Math.round(options.sockets);
  const live = { port: api.port, cookie: sessionCookie(tokenOf(world.adminId)), documentId: findDocument('PlanTotalsChanged'), operationName: 'PlanTotalsChanged', variables: { planId: plan!.id } };
  const ours = await holdSockets({ count, live, barePort: undefined });
  const theirs = await holdSockets({ count, live: undefined, barePort: bare.port });
  await pause(3_000);
  const rounds: { ours: number[]; bare: number[] }[] = [];
  for (const { personId, moduleId, courseId } of changes) {
    const input = { moduleId, courseId, at: new Date().toISOString(), viewed: 1, reachedEnd: true, confirmed: true };
    rounds.push({
      ours: await broadcast(ours, count, api.port, graphqlRequest(personId, 'RecordProgress', { input })),
      bare: await broadcast(theirs, count, bare.port, bareRequest('broadcast', plan!.id)),
    });
  }
  for (const each of [ours, theirs]) each.kill();
  const last = (values: readonly number[]): number => Math.max(...values);
  const result: Result = {
    ...unmeasured,
    act: `One change to ${count.toLocaleString('en')} sockets of one process, each arrival`,
    ours: spreadOf(rounds.flatMap((round) => round.ours)),
    bare: spreadOf(rounds.flatMap((round) => round.bare)),
    ratio: median(rounds.map((round) => last(round.ours) / last(round.bare))),
    ratioOf: 'time',
    mark: undefined,
    reached: undefined,
    note: 'ratio: until the last client has it, the report included',
  };
  return [result];
};

async function holdSockets(order: HoldOrder): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, '../load/hold-sockets.ts'), { serialization: 'advanced' });
  child.send({ order });
  await once(child, 'message');
  return child;
}

/** Lets one change happen and waits until every socket has heard of it; answers after how many milliseconds each did. */
async function broadcast(sockets: ChildProcess, count: number, port: number, request: string): Promise<number[]> {
  await collect(sockets);
  const client = new RawClient(port);
  const begun = performance.timeOrigin + performance.now();
  await client.send(Buffer.from(request));
  client.close();
  const arrivals: number[] = [];
  for (let waited = 0; arrivals.length < count; waited += 100) {
    if (waited > 30_000) throw new Error(`Only ${arrivals.length} of ${count} sockets have heard of the change`);
    await pause(100);
    arrivals.push(...(await collect(sockets)));
  }
  return arrivals.slice(0, count).map((arrival) => arrival - begun);
}

async function collect(sockets: ChildProcess): Promise<number[]> {
  sockets.send({ collect: true });
  const [arrivals] = (await once(sockets, 'message')) as [number[]];
  return arrivals;
}
