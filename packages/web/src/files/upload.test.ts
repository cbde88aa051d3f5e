import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { waitFor } from '@testing-library/dom';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import type { UploadEvents } from '../ui/upload-transport.ts';
import { tusTransport } from './upload.ts';

const server = setupServer();
beforeAll(() => server.listen());
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const endpoint = 'http://localhost/files';
const file = new File(['0123456789'], '计划.pdf', { type: 'application/pdf' });
const created = () => new HttpResponse(null, { status: 201, headers: { Location: `${endpoint}/1`, 'Tus-Resumable': '1.0.0' } });
const stored = () => new HttpResponse(null, { status: 204, headers: { 'Upload-Offset': '10', 'Tus-Resumable': '1.0.0' } });

function listener() {
  const heard: string[] = [];
  const events: UploadEvents = {
    progress: () => {},
    retrying: () => heard.push('retrying'),
    done: (url) => heard.push(`done ${url}`),
    failed: (failure) => heard.push(failure.is === 'REFUSED' ? `refused: ${failure.reason}` : 'broken'),
  };
  return { heard, events };
}

test('a file arrives with its name in any script, and its address is told', async () => {
  let metadata = '';
  server.use(
    http.post(endpoint, ({ request }) => {
      metadata = request.headers.get('Upload-Metadata') ?? '';
      return created();
    }),
    http.patch(`${endpoint}/1`, stored),
  );
  const { heard, events } = listener();
  tusTransport({ endpoint, metadata: { courseId: 'c1' } })(file, events);
  await waitFor(() => expect(heard).toEqual([`done ${endpoint}/1`]));
  expect(metadata).toContain(`courseId ${btoa('c1')}`);
  expect(metadata).toContain('filename 6K6h5YiSLnBkZg==');
});

test('a broken line is resumed where the server stands', async () => {
  let tries = 0;
  server.use(
    http.post(endpoint, created),
    http.head(`${endpoint}/1`, () => new HttpResponse(null, { status: 200, headers: { 'Upload-Offset': '4', 'Upload-Length': '10' } })),
    http.patch(`${endpoint}/1`, ({ request }) => {
      tries += 1;
      if (tries === 1) return HttpResponse.error();
      expect(request.headers.get('Upload-Offset')).toBe('4');
      return stored();
    }),
  );
  const { heard, events } = listener();
  tusTransport({ endpoint })(file, events);
  await waitFor(() => expect(heard).toEqual(['retrying', `done ${endpoint}/1`]));
});

test('what the server refuses is final and told in its words', async () => {
  server.use(http.post(endpoint, () => HttpResponse.json({ message: 'At most 50 MB.' }, { status: 413 })));
  const { heard, events } = listener();
  tusTransport({ endpoint })(file, events);
  await waitFor(() => expect(heard).toEqual(['refused: At most 50 MB.']));
});
