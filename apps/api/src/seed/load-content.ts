import { copyFile, mkdir, writeFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createCourse, createModule } from '../features/learning-objects/index.ts';
import type { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import type { Transaction } from '../platform/database/transaction.ts';
import { hashFile, type FileStore } from '../platform/files/file-store.ts';
import type { Caller } from '../platform/request/caller.ts';
import { makePdf } from './make-pdf.ts';
import { seedCourses, seedPath, type SeedModule } from './seed-data.ts';

/** Course key → id. */
export type SeedCourseIds = ReadonlyMap<string, string>;

/** Loads the courses of the demonstration with their modules; documents are written here, films share one sample. */
export async function loadContent(database: Database, files: FileStore, organizationId: string, admin: Caller): Promise<SeedCourseIds> {
  const ids = new Map<string, string>();
  const film = await storeFilm(files, organizationId);
  await database.write({ organizationId, actor: admin.actor }, async (transaction) => {
    for (const course of seedCourses()) {
      const moduleIds: string[] = [];
      for (const module of course.modules) {
        const created = await createModule(transaction, {
          name: module.title,
          language: course.language,
          durationMinutes: module.durationMinutes,
          content: await contentOf(transaction, files, module, course.title, film),
        });
        if (!created.ok) throw new Error(`${module.title}: ${created.problem[0]!.code}`);
        moduleIds.push(created.value.id);
      }
      const created = await createCourse(transaction, {
        name: course.title,
        description: course.description,
        language: course.language,
        durationMinutes: course.durationMinutes,
        moduleIds,
        credits: course.creditLines ?? [],
      });
      if (!created.ok) throw new Error(`${course.title}: ${created.problem[0]!.code}`);
      ids.set(course.key, created.value.id);
    }
  });
  return ids;
}

async function contentOf(transaction: Transaction, files: FileStore, module: SeedModule, course: string, film: string) {
  switch (module.kind) {
    case 'ARTICLE':
      return { kind: module.kind, article: module.markdown! };
    case 'LINK':
      return { kind: module.kind, url: module.url! };
    case 'VIDEO':
      return { kind: module.kind, fileId: await addFile(transaction, files, film, module.file!, 'video/webm') };
    case 'DOCUMENT': {
      const key = `${transaction.organizationId}/${newId()}`;
      await writeFile(files.pathOf(key), makePdf(module.title, course));
      return { kind: module.kind, fileId: await addFile(transaction, files, key, module.file!, 'application/pdf') };
    }
  }
}

async function storeFilm(files: FileStore, organizationId: string): Promise<string> {
  const key = `${organizationId}/${newId()}`;
  await mkdir(dirname(files.pathOf(key)), { recursive: true });
  await copyFile(seedPath('sample.webm'), files.pathOf(key));
  return key;
}

async function addFile(transaction: Transaction, files: FileStore, key: string, name: string, mediaType: string): Promise<string> {
  const id = newId();
  const path = files.pathOf(key);
  const { size } = await stat(path);
  await transaction.query(
    `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'MODULE', $8)`,
    [transaction.organizationId, id, name, mediaType, size, await hashFile(path), key, transaction.now],
  );
  return id;
}
