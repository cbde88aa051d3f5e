import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { RunningUpload, UploadEvents, UploadTransport } from './upload-transport.ts';

export interface UploadEntry {
  readonly id: string;
  readonly file: File;
  readonly is: 'RUNNING' | 'RETRYING' | 'PAUSED' | 'DONE' | 'FAILED';
  readonly sent: number;
  readonly failure?: Parameters<UploadEvents['failed']>[0];
}

type Change = { readonly add: UploadEntry } | { readonly drop: string } | { readonly edit: string; readonly to: Partial<UploadEntry> };

function reduce(entries: readonly UploadEntry[], change: Change): readonly UploadEntry[] {
  if ('add' in change) return [...entries, change.add];
  if ('drop' in change) return entries.filter((entry) => entry.id !== change.drop);
  return entries.map((entry) => (entry.id === change.edit ? { ...entry, ...change.to } : entry));
}

/** The files on their way from one page, and what can be done with each. Leaving the page pauses them; choosing the same file again resumes. */
export function useUploads(transport: UploadTransport, onDone: (file: File, fileId: string) => void) {
  const [entries, change] = useReducer(reduce, []);
  const running = useRef(new Map<string, RunningUpload>());
  const told = useRef(onDone);
  told.current = onDone;
  const count = useRef(0);

  useEffect(() => {
    const uploads = running.current;
    return () => {
      for (const upload of uploads.values()) upload.pause();
    };
  }, []);

  const run = useCallback(
    (id: string, file: File) => {
      const upload = transport(file, {
        progress: (sent) => change({ edit: id, to: { sent, is: 'RUNNING' } }),
        retrying: () => change({ edit: id, to: { is: 'RETRYING' } }),
        done: (fileId) => {
          running.current.delete(id);
          change({ edit: id, to: { is: 'DONE', sent: file.size } });
          told.current(file, fileId);
        },
        failed: (failure) => change({ edit: id, to: { is: 'FAILED', failure } }),
      });
      running.current.set(id, upload);
    },
    [transport],
  );

  const add = useCallback(
    (file: File) => {
      count.current += 1;
      const id = `upload-${count.current}`;
      change({ add: { id, file, is: 'RUNNING', sent: 0 } });
      run(id, file);
    },
    [run],
  );
  const pause = (id: string) => {
    running.current.get(id)?.pause();
    change({ edit: id, to: { is: 'PAUSED' } });
  };
  const resume = (id: string) => {
    change({ edit: id, to: { is: 'RUNNING', failure: undefined } });
    running.current.get(id)?.resume();
  };
  const remove = (entry: UploadEntry) => {
    if (entry.is !== 'DONE') running.current.get(entry.id)?.cancel();
    running.current.delete(entry.id);
    change({ drop: entry.id });
  };
  return { entries, add, pause, resume, remove };
}
