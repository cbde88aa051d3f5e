import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { randomBytes } from 'node:crypto';
import fastifyStatic from '@fastify/static';
import { FileStore as TusFileStore } from '@tus/file-store';
import { Server as TusServer } from '@tus/server';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Database } from '../database/database.ts';
import { newId } from '../database/new-id.ts';
import type { Caller } from '../request/caller.ts';
import { problem } from '../request/user-problem.ts';
import { filePurposes, recogniseFile, type FilePurpose } from './file-kinds.ts';
import { hashFile, type FileStore } from './file-store.ts';
import { isTooLarge, pictureLimits, readPictureSize } from './picture-size.ts';

/** What is known of a stored file. */
export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly storageKey: string;
}

export interface FileOptions {
  readonly store: FileStore;
  readonly database: Database;
  readonly callerOf: (request: FastifyRequest['raw']) => Promise<Caller | undefined>;
  readonly mayUpload: (caller: Caller, purpose: FilePurpose) => boolean;
  /** The file, if the caller may read it now. */
  readonly findReadable: (caller: Caller, fileId: string) => Promise<StoredFile | undefined>;
}

const uploadPath = '/files/uploads';

/** Resumable uploads (tus) below `/files/uploads`, and stored files at `/files/:id`, in ranges, never as a document of this site. */
export async function registerFiles(app: FastifyInstance, options: FileOptions): Promise<void> {
  const { store, callerOf } = options;
  const tus = createUploadServer(options);
  app.addContentTypeParser('application/offset+octet-stream', (_request, _payload, done) => done(null));
  app.route({
    method: ['POST', 'PATCH', 'HEAD', 'DELETE', 'OPTIONS'],
    url: `${uploadPath}/*`,
    bodyLimit: 2 ** 40,
    handler: async (request, reply) => {
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  });
  app.route({
    method: ['POST', 'OPTIONS'],
    url: uploadPath,
    handler: async (request, reply) => {
      reply.hijack();
      await tus.handle(request.raw, reply.raw);
    },
  });

  await app.register(fastifyStatic, { root: store.pathOf(''), serve: false, decorateReply: true });
  app.get<{ Params: { id: string } }>('/files/:id', async (request, reply) => {
    const caller = await callerOf(request.raw);
    const file = caller && (await options.findReadable(caller, request.params.id));
    if (!file) return reply.status(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.' });
    return reply
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(file.name)}`)
      .header('cache-control', 'private, max-age=0, must-revalidate')
      .header('cross-origin-resource-policy', 'same-origin')
      .type(file.mediaType)
      .sendFile(file.storageKey, { acceptRanges: true, cacheControl: false });
  });
}

function createUploadServer({ store, database, callerOf, mayUpload }: FileOptions): TusServer {
  const refuse = (status_code: number, code: string, message: string): never => {
    throw new UploadRefused(status_code, JSON.stringify({ code, message }));
  };
  const authenticate = async (request: { headers: Headers }): Promise<Caller> => {
    const headers = Object.fromEntries(request.headers);
    const caller = await callerOf({ headers } as unknown as FastifyRequest['raw']);
    return caller ?? refuse(401, 'SIGNED_OUT', 'Sign in first.');
  };
  return new TusServer({
    path: uploadPath,
    relativeLocation: true,
    datastore: new TusFileStore({ directory: store.incoming, expirationPeriodInMilliseconds: 24 * 3_600_000 }),
    maxSize: filePurposes.MODULE.most,
    namingFunction: async (request) => {
      const caller = await authenticate(request);
      return `${caller.organizationId}.${caller.actor.id}.${randomBytes(16).toString('hex')}`;
    },
    onIncomingRequest: async (request, uploadId) => {
      const caller = await authenticate(request);
      if (request.method !== 'POST' && !uploadId.startsWith(`${caller.organizationId}.${caller.actor.id}.`)) refuse(404, 'NOT_FOUND', 'There is nothing here.');
    },
    onUploadCreate: async (request, upload) => {
      const caller = await authenticate(request);
      const purpose = upload.metadata?.purpose as FilePurpose;
      const limits = Object.hasOwn(filePurposes, purpose ?? '') ? filePurposes[purpose] : refuse(400, 'BAD_REQUEST', 'Say what the file is for.');
      if (!mayUpload(caller, purpose)) refuse(403, 'FORBIDDEN', 'You are not allowed to upload this.');
      if (upload.size === 0) refuse(400, 'FILE_EMPTY', 'This file is empty.');
      if ((upload.size ?? Infinity) > limits.most) {
        refuse(413, 'FILE_TOO_LARGE', `This file is too large: at most ${Math.floor(limits.most / 1024 / 1024)} MB.`);
      }
      return { metadata: { ...upload.metadata, filename: cleanName(upload.metadata?.filename) } };
    },
    onUploadFinish: async (request, upload) => {
      const caller = await authenticate(request);
      const purpose = upload.metadata!.purpose as FilePurpose;
      const path = join(store.incoming, upload.id);
      const mediaType = (await recogniseFile(path, purpose)) ?? refuse(415, 'WRONG_FILE_KIND', wrongKindText(purpose, caller));
      if (purpose === 'COVER') await checkPicture(path, caller, refuse);
      const id = newId();
      const storageKey = `${caller.organizationId}/${id}`;
      const sha256 = await hashFile(path);
      const { size } = await stat(path);
      await store.disk.moveFromFs(path, storageKey);
      await database.write(caller, (transaction) =>
        transaction.query(
          `INSERT INTO stored_file (organization_id, id, name, media_type, size, sha256, storage_key, purpose, created_at, created_by)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
          [caller.organizationId, id, upload.metadata!.filename, mediaType, size, sha256, storageKey, purpose, transaction.now, caller.actor.id],
        ),
      );
      return { headers: { 'x-file-id': id } };
    },
  });
}

type Refuse = (status: number, code: string, message: string) => never;

/** A picture must tell its size, and may not be larger than browsers unpack with ease. */
async function checkPicture(path: string, { locale }: Caller, refuse: Refuse): Promise<void> {
  const size = (await readPictureSize(path)) ?? refuse(415, 'NOT_A_PICTURE', problem('NOT_A_PICTURE').say(locale));
  if (isTooLarge(size)) refuse(422, 'PICTURE_TOO_LARGE', problem('PICTURE_TOO_LARGE', { ...size, ...pictureLimits }).say(locale));
}

function wrongKindText(purpose: FilePurpose, { locale }: Caller): string {
  return purpose === 'COVER' ? problem('NOT_A_PICTURE').say(locale) : wrongKindTexts[purpose];
}

const wrongKindTexts: Readonly<Record<Exclude<FilePurpose, 'COVER'>, string>> = {
  MODULE: 'The content of this file is not what is needed here.',
  IMPORT: 'The content of this file is no CSV and no XLSX. Save an older spreadsheet as XLSX, and one with a password without it.',
  EVIDENCE: 'The content of this file is no PDF and no picture. Save it as PDF, PNG or JPEG.',
};

/** As the tus server wants refusals: with the status and the body of the answer. */
class UploadRefused extends Error {
  constructor(
    readonly status_code: number,
    readonly body: string,
  ) {
    super(body);
  }
}

function cleanName(name: string | null | undefined): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  const bare = basename((name ?? '').replaceAll('\\', '/')).replace(/[\u0000-\u001f\u007f]/g, '').trim();
  return bare.slice(0, 200) || 'file';
}
