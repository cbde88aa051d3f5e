import { expect, test } from '@jest/globals';
import { act, screen } from '@testing-library/react';
import { renderApp } from '../testing/render-app.tsx';
import { FileUpload } from './file-upload.tsx';
import type { UploadEvents, UploadTransport } from './upload-transport.ts';
import { usePageUploads } from './use-uploads.ts';

const rules = { maxBytes: 1000, extensions: ['.pdf'] };
const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name, { type: 'application/pdf' });

function setup() {
  const calls: string[] = [];
  const done: string[] = [];
  let events: UploadEvents | undefined;
  const transport: UploadTransport = (sent, on) => {
    calls.push(`start ${sent.name}`);
    events = on;
    return { pause: () => calls.push('pause'), resume: () => calls.push('resume'), cancel: () => calls.push('cancel') };
  };
  function Page() {
    return <FileUpload label="Material" rules={rules} uploads={usePageUploads(transport, (_file, id) => done.push(id))} multiple />;
  }
  const view = <Page />;
  const tell = (say: (on: UploadEvents) => void) => act(() => say(events!));
  return { calls, done, view, tell };
}

test('a file shows its progress, can be paused and resumed, and reports its address when it is there', async () => {
  const { calls, done, view, tell } = setup();
  const { user } = await renderApp(view);
  await user.upload(screen.getByLabelText('Material', { selector: 'input' }), file('plan.pdf', 800));
  tell((on) => on.progress(400));
  expect(screen.getByRole('progressbar', { name: 'plan.pdf' })).toHaveAttribute('aria-valuenow', '50');
  await user.click(screen.getByRole('button', { name: 'Pause plan.pdf' }));
  expect(screen.getByText('Paused at 50%')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Resume plan.pdf' }));
  tell((on) => on.done('/files/1'));
  expect(screen.getByText('Uploaded')).toBeInTheDocument();
  expect(calls).toEqual(['start plan.pdf', 'pause', 'resume']);
  expect(done).toEqual(['/files/1']);
});

test('too big, of another kind or empty is refused with the reason before anything is sent', async () => {
  const { calls, view } = setup();
  const { user } = await renderApp(view);
  const input = screen.getByLabelText('Material', { selector: 'input' });
  await user.upload(input, [file('big.pdf', 1001), file('empty.pdf', 0)]);
  expect(screen.getByRole('alert')).toHaveTextContent('big.pdf is 1 kB; at most 1 kB are allowed.');
  expect(screen.getByRole('alert')).toHaveTextContent('empty.pdf is empty.');
  input.removeAttribute('accept');
  await user.upload(input, file('page.html', 10));
  expect(screen.getByRole('alert')).toHaveTextContent('page.html is not of an allowed kind (PDF).');
  expect(calls).toEqual([]);
});

test('what the server refused is told in its words and cannot be tried again; what broke can', async () => {
  const { calls, view, tell } = setup();
  const { user } = await renderApp(view);
  const input = screen.getByLabelText('Material', { selector: 'input' });
  await user.upload(input, file('a.pdf', 10));
  tell((on) => on.failed({ is: 'REFUSED', reason: 'This is no PDF.' }));
  expect(screen.getByRole('alert')).toHaveTextContent('The server refused the file: This is no PDF.');
  expect(screen.queryByRole('button', { name: 'Try a.pdf again' })).toBeNull();
  await user.upload(input, file('b.pdf', 10));
  tell((on) => on.failed({ is: 'BROKEN' }));
  await user.click(screen.getByRole('button', { name: 'Try b.pdf again' }));
  expect(calls).toEqual(['start a.pdf', 'start b.pdf', 'resume']);
});
