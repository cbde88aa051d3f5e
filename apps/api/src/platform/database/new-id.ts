import { v7 } from 'uuid';

/** A UUIDv7: made here and not by the database, ordered by time, so that keys of new rows lie together. */
export function newId(): string {
  return v7();
}
