import { tusTransport } from '@milepost/web/files/upload.ts';
import { makeUploads, type Uploads } from '@milepost/web/ui/uploads.ts';

/** Carries files that become modules. */
export const moduleTransport = tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'MODULE' } });

const kept = new Map<string, Uploads>();

/** The uploads of a person into a course. They go on while that person looks at other pages, and are found again with the course. */
export function uploadsInto(courseId: string, personId: string): Uploads {
  const key = `${personId} ${courseId}`;
  const uploads = kept.get(key) ?? makeUploads(moduleTransport);
  kept.set(key, uploads);
  return uploads;
}
