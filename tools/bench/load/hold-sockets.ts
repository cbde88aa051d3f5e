import { once } from 'node:events';
import { WebSocket } from 'ws';
import { type LiveOrder, subscribe } from './live-socket.ts';

/** Many sockets in one process: subscriptions of ours, or plain ones to the bare server. */
export interface HoldOrder {
  readonly count: number;
  readonly live: LiveOrder | undefined;
  readonly barePort: number | undefined;
}

let arrivals: number[] = [];

async function hold({ count, live, barePort }: HoldOrder): Promise<void> {
  const arrived = (): void => void arrivals.push(performance.timeOrigin + performance.now());
  for (let opened = 0; opened < count; opened += 50) {
    await Promise.all(
      Array.from({ length: Math.min(50, count - opened) }, async () => {
        if (live) return subscribe(live, arrived);
        const socket = new WebSocket(`ws://127.0.0.1:${barePort}/`, { perMessageDeflate: false });
        socket.on('message', arrived);
        return once(socket, 'open');
      }),
    );
  }
}

process.on('message', (message: { order?: HoldOrder; collect?: true }) => {
  if (message.order) void hold(message.order).then(() => process.send!('ready'));
  else {
    process.send!(arrivals);
    arrivals = [];
  }
});
process.on('disconnect', () => process.exit(0));
