import { createReadStream } from 'node:fs';
import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

/** Where files lie when they have arrived whole. */
export interface FileStore {
  readonly disk: Disk;
  /** The folder in which uploads grow until they are whole. */
  readonly incoming: string;
  /** The path of a stored file on this machine; it may be sent in ranges. */
  pathOf(key: string): string;
}

/** Keeps files in a folder below the data directory, which all processes of one machine share. */
export async function openFileStore(dataDir: string): Promise<FileStore> {
  const location = join(dataDir, 'files', 'stored');
  const incoming = join(dataDir, 'files', 'incoming');
  await mkdir(location, { recursive: true, mode: 0o700 });
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  return { disk: new Disk(new FSDriver({ location, visibility: 'private' })), incoming, pathOf: (key) => join(location, key) };
}

/** SHA-256 of a file, read in pieces. */
export async function hashFile(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest();
}
