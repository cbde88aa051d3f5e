import { RawClient } from './raw-client.ts';

/** What a load process is told to do. */
export interface LoadOrder {
  readonly port: number;
  readonly clients: number;
  readonly seconds: number;
  /** Prepared requests. They are sent in order; at the end begun anew, unless each may be sent only once. */
  readonly requests: readonly string[];
  readonly once: boolean;
  /** Problems are what is asked for, and no refusal. */
  readonly answersProblems?: boolean;
}

/** What came of it. */
export interface LoadReport {
  readonly milliseconds: readonly number[];
  readonly elapsedSeconds: number;
  /** How many of the requests were used up. */
  readonly sent: number;
  readonly refused: number;
  /** Processor time, in milliseconds: of whoever did the work. */
  readonly cpu: number;
  /** The answer to the first request, or to one that was refused. */
  readonly sample: string;
}

async function generateLoad({ port, clients, seconds, requests, once, answersProblems = false }: LoadOrder): Promise<LoadReport> {
  const prepared = requests.map((request) => Buffer.from(request));
  const milliseconds: number[] = [];
  let sent = 0;
  let refused = 0;
  let sample = '';
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const ask = async (): Promise<void> => {
    const client = new RawClient(port);
    while (performance.now() < end && (!once || sent < prepared.length)) {
      const place = sent++;
      const request = prepared[place % prepared.length]!;
      const start = performance.now();
      const { status, body } = await client.send(request);
      milliseconds.push(performance.now() - start);
      if (status !== 200 || body.startsWith('{"errors"') || (!answersProblems && body.includes('"problems"'))) refused++;
      if (place === 0 || status !== 200) sample = body;
    }
    client.close();
  };
  await Promise.all(Array.from({ length: clients }, ask));
  return { milliseconds, elapsedSeconds: (performance.now() - begun) / 1000, sent: Math.min(sent, once ? prepared.length : sent), refused, cpu: 0, sample };
}

process.once('message', (order) => {
  void generateLoad(order as LoadOrder).then((report) => process.send!(report, () => process.disconnect()));
});
