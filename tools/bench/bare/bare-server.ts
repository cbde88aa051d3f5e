import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { WebSocketServer } from 'ws';
import { draftChecks, draftEditor, learnerHome, organizationPage, planPage, planTotals, planTotalsCounted } from './statements.ts';
import { type BareCompletion, writeCompletion } from './write-completion.ts';

/*
 * The server to compare with: `node:http` or bare `ws`, one prepared statement, its JSON passed on as it is. `GET /<statement>/<parameter>…`
 * answers, `POST /complete` writes a completion, `POST /broadcast/<plan>` reads the totals and sends them to every socket.
 */

const { BENCH_DATABASE_URL, BENCH_ORGANIZATION } = process.env;
const pool = new pg.Pool({ connectionString: BENCH_DATABASE_URL, max: 20 });
const statements: Readonly<Record<string, string>> = { home: learnerHome, page: planPage, pages: organizationPage, totals: planTotals, counted: planTotalsCounted, editor: draftEditor, checks: draftChecks };

async function answer(request: IncomingMessage): Promise<string> {
  const [, route = '', ...parameters] = request.url!.split('/');
  if (route === 'complete') {
    const completion = JSON.parse(await text(request)) as BareCompletion;
    await writeCompletion(pool, completion);
    return JSON.stringify({ data: { recordProgress: { id: completion.courseId, state: 'COMPLETED', progress: 1 } } });
  }
  if (route === 'broadcast') return broadcast(parameters);
  return read(route, parameters);
}

async function read(route: string, parameters: readonly string[]): Promise<string> {
  const values = [BENCH_ORGANIZATION, ...parameters];
  const { rows } = await pool.query<{ body: string }>({ name: route, text: statements[route]!, values });
  return rows[0]!.body;
}

async function broadcast(parameters: readonly string[]): Promise<string> {
  const frame = `{"id":"1","type":"next","payload":${await read('totals', parameters)}}`;
  for (const socket of sockets.clients) socket.send(frame);
  return frame;
}

const server = createServer((request, response) => {
  answer(request).then(
    (body) => response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }).end(body),
    (error: Error) => response.writeHead(500, { 'content-length': Buffer.byteLength(error.message) }).end(error.message),
  );
});
const sockets = new WebSocketServer({ server });
sockets.on('connection', (socket) => socket.on('message', () => {}));
process.on('disconnect', () => process.exit(0));
server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
