import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import type { Language } from '@milepost/domain';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Database } from '../../platform/database/database.ts';
import type { FileStore } from '../../platform/files/file-store.ts';
import { requestedLocale, type Caller } from '../../platform/request/caller.ts';
import { writeRowsOfFile } from './write-rows-of-file.ts';
import { writeXlsxTemplate } from './write-xlsx.ts';

export interface ListRouteOptions {
  readonly store: FileStore;
  readonly database: Database;
  readonly callerOf: (request: FastifyRequest['raw']) => Promise<Caller | undefined>;
}

const templates: Readonly<Record<string, Readonly<Record<Language, readonly string[]>>>> = {
  EMPLOYEE_NUMBER: { en: ['Job number', 'Name'], 'zh-CN': ['工号', '姓名'] },
  EMAIL: { en: ['E-mail', 'Name'], 'zh-CN': ['邮箱', '姓名'] },
  EXTERNAL_ID: { en: ['External ID', 'Name'], 'zh-CN': ['外部编号', '姓名'] },
};
const sheetNames: Readonly<Record<Language, string>> = { en: 'People', 'zh-CN': '人员' };
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Templates of lists, and the rows of an import by their class, as files (D25, U22, U24). */
export function registerListRoutes(app: FastifyInstance, { store, database, callerOf }: ListRouteOptions): void {
  app.get<{ Params: { by: string } }>('/files/templates/:by', async (request, reply) => {
    const caller = await callerOf(request.raw);
    const header = Object.hasOwn(templates, request.params.by) ? templates[request.params.by] : undefined;
    if (!caller || !header) return reply.status(404).send(nothingHere);
    const language = languageOf(request, caller);
    return reply.header('content-disposition', attachment('template.xlsx')).header('cache-control', 'private, no-store').type(xlsx).send(writeXlsxTemplate(sheetNames[language], header[language]));
  });
  app.get<{ Params: { id: string; class: string } }>('/files/rows/:id/:class', async (request, reply) => {
    const caller = await callerOf(request.raw);
    const asked = { operationId: request.params.id, class: request.params.class };
    const rows = caller && (await writeRowsOfFile(database, store, caller, asked, languageOf(request, caller)));
    if (!rows) return reply.status(404).send(nothingHere);
    const content = createReadStream(rows.path);
    // Sent or broken off.
    content.on('close', () => void rm(rows.path, { force: true }));
    return sendCsv(reply, rows.name, content);
  });
}

export const nothingHere = { code: 'NOT_FOUND', message: 'There is nothing here.' };

/** The language that a link asks for: that of the page that it stands on. */
export function languageOf({ query }: FastifyRequest, caller: Caller): Language {
  const { language } = query as { language?: unknown };
  return requestedLocale(typeof language === 'string' ? language : undefined) ?? caller.locale;
}

/** A CSV file to be downloaded. */
export function sendCsv(reply: FastifyReply, name: string, csv: string | Readable): FastifyReply {
  return reply.header('content-disposition', attachment(name)).header('cache-control', 'private, no-store').type('text/csv; charset=utf-8').send(csv);
}

function attachment(name: string): string {
  return `attachment; filename*=UTF-8''${encodeURIComponent(name)}`;
}
