/// <reference types="node" />
import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSchema, isAbstractType } from 'graphql';
import { possibleTypes } from './possible-types.ts';

test('the cache knows the members of every union and interface of the API', () => {
  const file = join(dirname(fileURLToPath(import.meta.url)), '../../../../apps/api/schema.graphql');
  const schema = buildSchema(readFileSync(file, 'utf8'));
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType);
  const members = abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name).toSorted()]);
  expect(possibleTypes).toEqual(Object.fromEntries(members));
});
