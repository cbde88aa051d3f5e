import type { RunningUpload, UploadEvents, UploadTransport } from './upload-transport.ts';

export interface UploadEntry {
  readonly id: string;
  readonly file: File;
  readonly is: 'RUNNING' | 'RETRYING' | 'PAUSED' | 'DONE' | 'FAILED';
  readonly sent: number;
  readonly failure?: Parameters<UploadEvents['failed']>[0];
}

/** Whether a file is still on its way by itself. */
export const isOnItsWay = ({ is }: UploadEntry): boolean => is === 'RUNNING' || is === 'RETRYING';

/** Files on their way and what can be done with each. It knows no page: whoever keeps it decides how long they go on. */
export interface Uploads {
  /** The same array until something changes. */
  entries(): readonly UploadEntry[];
  subscribe(listener: () => void): () => void;
  /** Who is told of each file that is stored, from now on. */
  onDone(tell: (file: File, fileId: string) => void): void;
  add(file: File): void;
  pause(id: string): void;
  resume(id: string): void;
  /** Gives up one that is under way; takes a finished one off the list. */
  remove(id: string): void;
  pauseAll(): void;
}

const isBroken = ({ is, failure }: UploadEntry): boolean => is === 'FAILED' && failure?.is === 'BROKEN';

/**
 * An empty list of uploads. While one of them is on its way, the browser asks before its window is closed; one that broke off goes
 * on when the browser is online again.
 */
export function makeUploads(transport: UploadTransport): Uploads {
  let entries: readonly UploadEntry[] = [];
  let count = 0;
  let told: (file: File, fileId: string) => void = () => {};
  const listeners = new Set<() => void>();
  const running = new Map<string, RunningUpload>();

  const become = (next: readonly UploadEntry[]) => {
    entries = next;
    listenWhile(entries.some(isOnItsWay), 'beforeunload', askBeforeLeaving);
    listenWhile(entries.some(isBroken), 'online', resumeBroken);
    for (const listener of listeners) listener();
  };
  const edit = (id: string, to: Partial<UploadEntry>) => become(entries.map((entry) => (entry.id === id ? { ...entry, ...to } : entry)));
  const pause = (id: string) => {
    running.get(id)?.pause();
    edit(id, { is: 'PAUSED' });
  };
  const resume = (id: string) => {
    edit(id, { is: 'RUNNING', failure: undefined });
    running.get(id)?.resume();
  };
  const resumeBroken = () => {
    for (const { id } of entries.filter(isBroken)) resume(id);
  };

  return {
    entries: () => entries,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDone: (tell) => {
      told = tell;
    },
    add: (file) => {
      count += 1;
      const id = `upload-${count}`;
      become([...entries, { id, file, is: 'RUNNING', sent: 0 }]);
      const upload = transport(file, {
        progress: (sent) => edit(id, { sent, is: 'RUNNING' }),
        retrying: () => edit(id, { is: 'RETRYING' }),
        done: (fileId) => {
          running.delete(id);
          edit(id, { is: 'DONE', sent: file.size });
          told(file, fileId);
        },
        failed: (failure) => edit(id, { is: 'FAILED', failure }),
      });
      running.set(id, upload);
    },
    pause,
    resume,
    remove: (id) => {
      // What is done is not among those running: the server keeps it.
      running.get(id)?.cancel();
      running.delete(id);
      become(entries.filter((entry) => entry.id !== id));
    },
    pauseAll: () => {
      for (const { id } of entries.filter(isOnItsWay)) pause(id);
    },
  };
}

function listenWhile<Name extends keyof WindowEventMap>(wanted: boolean, name: Name, listener: (event: WindowEventMap[Name]) => void): void {
  if (wanted) window.addEventListener(name, listener);
  else window.removeEventListener(name, listener);
}

function askBeforeLeaving(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
