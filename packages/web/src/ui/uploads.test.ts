import { expect, test } from '@jest/globals';
import type { UploadEvents, UploadTransport } from './upload-transport.ts';
import { makeUploads } from './uploads.ts';

const file = new File(['0123456789'], 'film.webm', { type: 'video/webm' });

function setup() {
  const calls: string[] = [];
  const stored: string[] = [];
  let events: UploadEvents | undefined;
  const transport: UploadTransport = (_file, on) => {
    events = on;
    return { pause: () => calls.push('pause'), resume: () => calls.push('resume'), cancel: () => calls.push('cancel') };
  };
  const uploads = makeUploads(transport);
  uploads.onDone((_file, fileId) => stored.push(fileId));
  uploads.add(file);
  return { uploads, calls, stored, tell: events! };
}
const leave = () => {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented ? 'asked' : 'left';
};

test('a file goes on while nobody looks, and is found again as it is by then', () => {
  const { uploads, stored, tell } = setup();
  const heard: number[] = [];
  uploads.subscribe(() => heard.push(uploads.entries()[0]?.sent ?? 0))();
  tell.progress(4);
  expect(heard).toEqual([]);
  expect(uploads.entries()).toMatchObject([{ file, is: 'RUNNING', sent: 4 }]);
  tell.done('f1');
  expect(uploads.entries()).toMatchObject([{ is: 'DONE', sent: 10 }]);
  expect(stored).toEqual(['f1']);
});

test('the browser asks before a window is closed in which a file is on its way, and only then', () => {
  const { uploads, tell } = setup();
  expect(leave()).toBe('asked');
  uploads.pause('upload-1');
  expect(leave()).toBe('left');
  uploads.resume('upload-1');
  expect(leave()).toBe('asked');
  tell.done('f1');
  expect(leave()).toBe('left');
});

test('what broke off goes on when the browser is online again; what was refused or paused does not', () => {
  const { uploads, calls, tell } = setup();
  tell.failed({ is: 'BROKEN' });
  window.dispatchEvent(new Event('online'));
  expect(calls).toEqual(['resume']);
  tell.failed({ is: 'REFUSED', reason: 'This is no film.' });
  window.dispatchEvent(new Event('online'));
  uploads.pause('upload-1');
  window.dispatchEvent(new Event('online'));
  expect(calls).toEqual(['resume', 'pause']);
});

test('giving up lets the server forget what arrived, but never what is stored', () => {
  const { uploads, calls, tell } = setup();
  tell.done('f1');
  uploads.remove('upload-1');
  expect({ calls, entries: uploads.entries() }).toEqual({ calls: [], entries: [] });
  uploads.add(file);
  uploads.remove('upload-2');
  expect(calls).toEqual(['cancel']);
});
