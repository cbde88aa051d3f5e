import { WebSocket } from 'ws';
import { eventually } from './eventually.ts';

interface Frame {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

export interface SocketOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly connectionParams?: Readonly<Record<string, unknown>>;
  /** Leaves `connection_init` to the test. */
  readonly silent?: boolean;
}

/** A socket that speaks graphql-transport-ws frame by frame, so that a test sees, sends and breaks every one of them. */
export class TestSocket {
  readonly frames: Frame[] = [];
  closed: { readonly code: number; readonly reason: string } | undefined;
  private nextId = 1;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data: Buffer) => this.frames.push(JSON.parse(data.toString('utf8')) as Frame));
    socket.on('close', (code, reason) => (this.closed = { code, reason: reason.toString('utf8') }));
    socket.on('error', () => {});
  }

  /** Connects and, unless `silent`, waits until the server has acknowledged or closed. */
  static async open(baseUrl: string, options: SocketOptions = {}): Promise<TestSocket> {
    const url = `${baseUrl.replace(/^http/, 'ws')}/graphql`;
    const opened = new TestSocket(new WebSocket(url, 'graphql-transport-ws', { headers: { ...options.headers } }));
    await eventually('the socket opens', () => opened.socket.readyState === WebSocket.OPEN || opened.closed);
    if (options.silent) return opened;
    opened.send({ type: 'connection_init', ...(options.connectionParams && { payload: options.connectionParams }) });
    await eventually('the server acknowledges', () => opened.frames.some((frame) => frame.type === 'connection_ack') || opened.closed);
    return opened;
  }

  send(frame: Frame | string): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  /** Begins an operation; answers its id. */
  subscribe(query: string, variables: object = {}, extra: object = {}): string {
    const id = String(this.nextId++);
    this.send({ type: 'subscribe', id, payload: { query, variables, ...extra } });
    return id;
  }

  /** What has come for an operation. */
  payloads<T>(id: string, type = 'next'): T[] {
    return this.frames.filter((frame) => frame.id === id && frame.type === type).map((frame) => frame.payload as T);
  }

  /** Waits for the first frame of a kind for an operation. */
  first<T>(id: string, type = 'next'): Promise<T> {
    return eventually(`a frame "${type}" for the operation ${id}`, () => {
      const [frame] = this.frames.filter((each) => each.id === id && each.type === type);
      if (!frame && this.closed) throw new Error(`The socket was closed: ${this.closed.code} ${this.closed.reason}`);
      return frame && { payload: frame.payload as T };
    }).then(({ payload }) => payload);
  }

  /** Waits until the server has closed the socket; answers the code. */
  async whenClosed(seconds = 20): Promise<{ readonly code: number; readonly reason: string }> {
    return eventually('the socket is closed', () => this.closed, seconds);
  }

  /** Cuts the line without a word. */
  cut(): void {
    this.socket.terminate();
  }
}
