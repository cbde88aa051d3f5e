/// <reference types="node" />
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, type GraphQLInterfaceType } from 'graphql';
import { refusals } from './make-client.ts';

test('the cache knows every refusal of the API', () => {
  const schema = buildSchema(readFileSync(fileURLToPath(new URL('../../../../apps/api/schema.graphql', import.meta.url)), 'utf8'));
  const refusal = schema.getType('Refusal') as GraphQLInterfaceType;
  expect(schema.getPossibleTypes(refusal).map(({ name }) => name).toSorted()).toEqual(refusals.toSorted());
});
