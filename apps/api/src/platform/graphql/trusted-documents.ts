import { readFileSync } from 'node:fs';

/** The documents that the product's own apps may send, by id; built with the apps. */
export type TrustedDocuments = ReadonlyMap<string, string>;

/** Reads the maps that the build of each app wrote; a missing file means an app that is not served here. */
export function readTrustedDocuments(files: readonly string[]): TrustedDocuments {
  const documents = new Map<string, string>();
  for (const file of files) {
    const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
    for (const [id, text] of Object.entries(entries)) documents.set(id, text);
  }
  return documents;
}
