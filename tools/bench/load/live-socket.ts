import { WebSocket } from 'ws';

/** A subscription to be held: a trusted document of the apps. */
export interface LiveOrder {
  readonly port: number;
  readonly cookie: string;
  readonly documentId: string;
  readonly operationName: string;
  readonly variables: unknown;
}

/** Opens a socket as the apps do and subscribes; resolves once the server has taken it. `onData` gets every answer. */
export function subscribe(order: LiveOrder, onData: (text: string) => void): Promise<WebSocket> {
  const { port, cookie, documentId, operationName, variables } = order;
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { headers: { cookie }, perMessageDeflate: false });
    const send = (message: unknown): void => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init' }));
    socket.on('error', reject);
    socket.on('close', (code, reason) => reject(new Error(`The socket was closed: ${code} ${reason.toString()}`)));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text.startsWith('{"type":"connection_ack"')) {
        send({ id: '1', type: 'subscribe', payload: { query: '', operationName, variables, extensions: { documentId } } });
        resolve(socket);
      } else if (text.includes('"type":"next"')) onData(text);
      else if (text.includes('"type":"error"')) reject(new Error(text));
      else if (text.includes('"type":"ping"')) send({ type: 'pong' });
    });
  });
}
