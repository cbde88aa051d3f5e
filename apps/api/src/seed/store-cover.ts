import type { PlanCover } from '@milepost/domain';
import type { Transaction } from '../platform/database/transaction.ts';
import type { FileStore } from '../platform/files/file-store.ts';
import { makePicture, type Colour } from './make-picture.ts';
import { storeFile } from './store-file.ts';

interface Hills {
  readonly alt: string;
  readonly colours: readonly [sky: Colour, ground: Colour];
}

/** Plans of the demonstration that have a picture; the others keep the coloured place. */
const covers: Readonly<Record<string, Hills>> = {
  ONBOARDING: { alt: 'Morning mist over a chain of hills', colours: [[226, 238, 246], [28, 82, 112]] },
  'SECURITY-2026': { alt: 'Hills at night', colours: [[196, 202, 232], [32, 34, 84]] },
  'SALES-ACADEMY': { alt: 'Dunes in the evening sun', colours: [[252, 232, 204], [168, 82, 36]] },
  'CHINA-ESSENTIALS': { alt: '晨雾中的青山', colours: [[224, 242, 230], [22, 92, 66]] },
};

/** The picture of a plan of the demonstration, stored as an upload of its owner's; null: it has none. */
export async function storeCover(transaction: Transaction, files: FileStore, code: string, ownerId: string): Promise<PlanCover | null> {
  const cover = covers[code];
  if (!cover) return null;
  const fileId = await storeFile(transaction, files, { name: `${code.toLowerCase()}.png`, mediaType: 'image/png', purpose: 'COVER', content: makePicture(720, 240, ...cover.colours), createdBy: ownerId });
  return { fileId: fileId as never, alt: cover.alt };
}
