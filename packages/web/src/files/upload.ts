import { type DetailedError, Upload } from 'tus-js-client';
import type { RunningUpload, UploadEvents, UploadTransport } from '../ui/upload-transport.ts';

const retryDelaysMs = [0, 1000, 3000, 5000, 10_000, 20_000];
const chunkBytes = 8 * 1024 * 1024;

interface UploadTarget {
  /** Where uploads are created. */
  endpoint: string;
  /** Goes with the file, beside its name and type. */
  metadata?: Readonly<Record<string, string>>;
}

/**
 * Carries files by tus: resumable across broken lines, reloads and browser restarts (the same file goes on where it stopped).
 * What the server refuses with a 4xx is final and told in its own words; a lost sign-in is told as broken, because it can be resumed.
 */
export function tusTransport({ endpoint, metadata = {} }: UploadTarget): UploadTransport {
  return (file, events) => {
    const upload = new Upload(file, {
      endpoint: new URL(endpoint, window.location.href).href,
      chunkSize: chunkBytes,
      retryDelays: retryDelaysMs,
      removeFingerprintOnSuccess: true,
      metadata: { ...metadata, filename: file.name, filetype: file.type },
      onProgress: (sent) => events.progress(sent),
      onShouldRetry: (error) => {
        if (isFinal(statusOf(error))) return false;
        events.retrying();
        return true;
      },
      onError: (error) => tell(error, events),
      onSuccess: ({ lastResponse }) => events.done(lastResponse.getHeader('x-file-id') ?? upload.url ?? ''),
    });
    const running = control(upload, events);
    running.resume();
    return running;
  };
}

function control(upload: Upload, events: UploadEvents): RunningUpload {
  // Looking for what arrived before takes a moment, in which one may change one's mind.
  let wanted = false;
  const stop = (forGood: boolean) => {
    wanted = false;
    // The server also forgets unfinished files by their age, so a failed goodbye is no leak.
    void upload.abort(forGood).catch(() => {});
  };
  const start = async () => {
    wanted = true;
    try {
      const [previous] = await upload.findPreviousUploads();
      if (!wanted) return;
      if (previous) upload.resumeFromPreviousUpload(previous);
      upload.start();
    } catch {
      events.failed({ is: 'BROKEN' });
    }
  };
  return { pause: () => stop(false), resume: () => void start(), cancel: () => stop(true) };
}

const statusOf = (error: Error | DetailedError): number => ('originalResponse' in error && error.originalResponse?.getStatus()) || 0;

// 401: signed out; 409, 423: the other half of a broken connection still holds the file; 429: too fast.
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![401, 409, 423, 429].includes(status);

function tell(error: Error | DetailedError, events: UploadEvents): void {
  const status = statusOf(error);
  if (!isFinal(status)) return events.failed({ is: 'BROKEN' });
  const body = ('originalResponse' in error && error.originalResponse?.getBody()) || '';
  events.failed({ is: 'REFUSED', reason: reasonIn(body) || String(status) });
}

function reasonIn(body: string): string {
  try {
    const { message } = JSON.parse(body) as { message?: unknown };
    return typeof message === 'string' ? message : '';
  } catch {
    return body.trim().slice(0, 300);
  }
}
