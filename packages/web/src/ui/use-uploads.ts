import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { UploadTransport } from './upload-transport.ts';
import { makeUploads, type UploadEntry, type Uploads } from './uploads.ts';

/** The uploads of a list that is kept elsewhere, as they are now. */
export const useUploadEntries = (uploads: Uploads): readonly UploadEntry[] => useSyncExternalStore(uploads.subscribe, uploads.entries);

/** Uploads that belong to one part of a page: leaving it pauses them, and choosing the same file again goes on from there. */
export function usePageUploads(transport: UploadTransport, onDone: (file: File, fileId: string) => void): Uploads {
  const [uploads] = useState(() => makeUploads(transport));
  const told = useRef(onDone);
  told.current = onDone;
  useEffect(() => {
    uploads.onDone((file, fileId) => told.current(file, fileId));
    return () => uploads.pauseAll();
  }, [uploads]);
  return uploads;
}
