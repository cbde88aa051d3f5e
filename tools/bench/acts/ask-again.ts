import { type BenchContext, graphqlRequest, type Result } from '../bench-context.ts';
import { RawClient } from '../load/raw-client.ts';
import { spreadOf } from '../statistics.ts';

const times = 60;

/** One client that asks the same again and again; after a first time that is not counted. */
export async function askAgain({ api }: BenchContext, personId: string, operation: string, variables: unknown): Promise<{ ours: Result['ours']; answer: unknown }> {
  const client = new RawClient(api.port);
  const request = Buffer.from(graphqlRequest(personId, operation, variables));
  const milliseconds: number[] = [];
  let answer: unknown;
  for (let turn = 0; turn <= times; turn++) {
    const begun = performance.now();
    const { status, body } = await client.send(request);
    if (turn > 0) milliseconds.push(performance.now() - begun);
    if (status !== 200) throw new Error(`${operation}: ${body.slice(0, 500)}`);
    answer = (JSON.parse(body) as { data: unknown }).data;
  }
  client.close();
  return { ours: spreadOf(milliseconds), answer };
}

/** A line of the table for what is asked by one client without a counterpart. */
export function atMost(act: string, ours: Result['ours'], mark?: number, of: 'p95' | 'p99' = 'p99'): Result {
  return {
    act,
    ours,
    bare: undefined,
    oursPerSecond: undefined,
    barePerSecond: undefined,
    ratio: undefined,
    ratioOf: undefined,
    mark: mark === undefined ? undefined : `${of} < ${mark} ms`,
    reached: mark === undefined ? undefined : ours[of] < mark,
  };
}
