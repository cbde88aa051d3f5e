import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import type { RequestContext } from '../request/request-context.ts';
import { compileOperation } from './compiled-operation.ts';
import { formatError } from './errors.ts';

test('a variable that does not fit is the caller’s mistake, also in a document that was compiled, and once its cost is known', async () => {
  const schema = buildSchema('enum Colour { RED } type Query { paint(colours: [Colour!]): String }');
  const operation = compileOperation(schema, 'query Paint($colours: [Colour!]) { paint(colours: $colours) }', 'Paint');
  const silent = { error: (fields: object) => expect(fields).toBe('not logged') } as never;
  expect((await operation({} as RequestContext, { query: '', variables: {} })).errors).toBeUndefined();
  for (const variables of [{ colours: ['BLUE'] }, { colours: 'BLUE' }, { colours: [7] }, { colours: {} }]) {
    const { errors } = await operation({} as RequestContext, { query: '', variables });
    expect(errors!.map((error) => formatError('trace', silent, error).extensions?.['code'])).toEqual(['GRAPHQL_VALIDATION_FAILED']);
  }
});
