import { createServer, type Server } from 'node:net';
import { StartProblem } from './steps.ts';

const FIRST = 4000;
const LAST = 4199;

/** A port that is ours until `release` or the end of this process. */
export interface ReservedPort {
  port: number;
  release: () => void;
}

/**
 * `wanted` exactly, or a `StartProblem` if it is taken; without a wish the first free one from 4000 on. Two clones that start at the same
 * moment get different ones: the number is reserved (on Linux) by an abstract socket that dies with its process.
 */
export async function choosePort(host: string, wanted: string | undefined): Promise<ReservedPort> {
  if (wanted !== undefined && wanted !== '') {
    const port = Number(wanted);
    if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new StartProblem(`PORT is "${wanted}"; it must be a whole number from 1 to 65535.`);
    const reserved = await reserve(host, port);
    if (!reserved) throw new StartProblem(`Port ${port} (PORT) is in use by another program. Stop that, or choose another port.`);
    return reserved;
  }
  for (let port = FIRST; port <= LAST; port++) {
    const reserved = await reserve(host, port);
    if (reserved) return reserved;
  }
  throw new StartProblem(`No port from ${FIRST} to ${LAST} is free. Choose one: PORT=8080 npm start`);
}

async function reserve(host: string, port: number): Promise<ReservedPort | undefined> {
  const token = process.platform === 'linux' ? await tryToListen({ path: `\0milepost-port-${port}` }) : undefined;
  if (token === null) return undefined;
  const probe = await tryToListen({ host, port });
  probe?.close();
  if (probe) return { port, release: () => token?.close() };
  token?.close();
  return undefined;
}

/** The listening server, or null where the address is taken. */
function tryToListen(address: { path: string } | { host: string; port: number }): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' ? new StartProblem(`This system does not let Milepost listen there: ${error.message}`) : error);
    });
    server.listen(address, () => {
      server.unref();
      resolve(server);
    });
  });
}
