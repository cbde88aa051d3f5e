import { completionsTemplate, type ListIdentifier } from '@milepost/domain';
import type { FastifyInstance } from 'fastify';
import { languageOf, ListIdentifierEnum, nothingHere, sendCsv, type ListRouteOptions } from '../people-import/index.ts';

/** The template of a file of completions, for each identifier by which it may name people (U19, X5). */
export function registerCompletionsTemplate(app: FastifyInstance, { callerOf }: Pick<ListRouteOptions, 'callerOf'>): void {
  app.get<{ Params: { by: string } }>('/files/templates/completions/:by', async (request, reply) => {
    const caller = await callerOf(request.raw);
    const { by } = request.params;
    if (!caller || !Object.hasOwn(ListIdentifierEnum, by)) return reply.status(404).send(nothingHere);
    const lines = completionsTemplate(by as ListIdentifier, languageOf(request, caller)).map((cells) => `${cells.join(',')}\r\n`);
    return sendCsv(reply, 'completions.csv', `\ufeff${lines.join('')}`);
  });
}
