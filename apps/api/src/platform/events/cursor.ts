/**
 * A position in the event log: the transaction's id and the number within the log. Ordered by both, and only read below the
 * oldest running transaction, it is safe against transactions that commit out of order.
 */
export interface Cursor {
  readonly xid: bigint;
  readonly seq: bigint;
}

const form = /^([0-9a-z]{1,13})-([0-9a-z]{1,13})$/;

/** The cursor as clients keep it: opaque, and comparable only by the server. */
export function formatCursor(cursor: Cursor): string {
  return `${cursor.xid.toString(36)}-${cursor.seq.toString(36)}`;
}

/** Reads a cursor that a client sent back; undefined when it is none. */
export function parseCursor(text: string): Cursor | undefined {
  const match = form.exec(text);
  if (!match) return undefined;
  const cursor = { xid: parseBase36(match[1]!), seq: parseBase36(match[2]!) };
  return cursor.xid < 2n ** 63n && cursor.seq < 2n ** 63n ? cursor : undefined;
}

/** Negative when `a` comes before `b`. */
export function compareCursors(a: Cursor, b: Cursor): number {
  if (a.xid !== b.xid) return a.xid < b.xid ? -1 : 1;
  if (a.seq !== b.seq) return a.seq < b.seq ? -1 : 1;
  return 0;
}

function parseBase36(text: string): bigint {
  let value = 0n;
  for (const digit of text) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  return value;
}
