import type { TestClient } from '../platform/testing/graphql-client.ts';
import type { FilePurpose } from '../platform/files/file-kinds.ts';

/** How an upload was answered, by its last request. */
export interface UploadAnswer {
  readonly status: number;
  readonly text: string;
  readonly fileId: string | null;
}

interface Upload {
  readonly purpose: FilePurpose;
  readonly name: string;
  readonly content: Buffer;
  /** What is announced; by default what is sent. */
  readonly size?: number;
}

/** Uploads as browsers do: the place first, with the size, then the bytes. */
export async function uploadFile(client: TestClient, serverUrl: string, { purpose, name, content, size = content.length }: Upload): Promise<UploadAnswer> {
  const metadata = `purpose ${Buffer.from(purpose).toString('base64')},filename ${Buffer.from(name).toString('base64')}`;
  const tus = { 'tus-resumable': '1.0.0' };
  const place = await client.send('POST', '/files/uploads', undefined, { ...tus, 'upload-length': String(size), 'upload-metadata': metadata });
  if (place.status !== 201) return { status: place.status, text: place.text, fileId: null };
  if (content.length === 0) return { status: place.status, text: place.text, fileId: place.headers.get('x-file-id') };
  const sent = await client.send('PATCH', new URL(place.headers.get('location')!, serverUrl).pathname, new Uint8Array(content), {
    ...tus,
    'upload-offset': '0',
    'content-type': 'application/offset+octet-stream',
  });
  return { status: sent.status, text: sent.text, fileId: sent.headers.get('x-file-id') };
}
