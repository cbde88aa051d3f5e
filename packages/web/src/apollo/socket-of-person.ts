import { type LiveSocket, makeLiveSocket } from './live-socket.ts';

let current: { readonly personId: string; readonly socket: LiveSocket } | undefined;

/** The one socket of a person's window, shared by whatever listens; another person gets another. */
export function socketOfPerson(personId: string): LiveSocket {
  if (current?.personId !== personId) current = { personId, socket: makeLiveSocket() };
  return current.socket;
}
