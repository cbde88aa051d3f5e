/** What a transport tells while it carries one file. */
export interface UploadEvents {
  /** Bytes that arrived. */
  progress(sent: number): void;
  /** The line broke; the transport resumes by itself. */
  retrying(): void;
  /** The file is stored, under this id. */
  done(fileId: string): void;
  /** It will not go on by itself: refused by the server (its words in `reason`) or broken off. */
  failed(failure: { readonly is: 'REFUSED'; readonly reason: string } | { readonly is: 'BROKEN' }): void;
}

/** One file on its way. */
export interface RunningUpload {
  pause(): void;
  resume(): void;
  /** Gives up and lets the server forget what arrived. */
  cancel(): void;
}

/** Starts carrying one file. */
export type UploadTransport = (file: File, events: UploadEvents) => RunningUpload;

export interface UploadRules {
  /** Bytes a file may have at most. */
  readonly maxBytes: number;
  /** Allowed endings with their dot, in lower case; empty: any. The server checks the content itself. */
  readonly extensions: readonly string[];
}

export type RefusedFile = { readonly file: File; readonly because: 'TOO_BIG' | 'WRONG_KIND' | 'EMPTY' };

/** Why a file need not be sent at all; undefined if it may be. */
export function refuseFile(file: File, rules: UploadRules): RefusedFile | undefined {
  const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? '';
  if (rules.extensions.length > 0 && !rules.extensions.includes(ending)) return { file, because: 'WRONG_KIND' };
  if (file.size === 0) return { file, because: 'EMPTY' };
  if (file.size > rules.maxBytes) return { file, because: 'TOO_BIG' };
  return undefined;
}
