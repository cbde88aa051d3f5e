import 'reflect-metadata';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { graphql, type GraphQLSchema } from 'graphql';
import { Arg, buildSchema, Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { checkPermission, Guarded } from './guard.ts';
import { callFieldResolversDirectly, simplifyFields } from './simple-fields.ts';

interface Context {
  readonly factor: number;
  readonly maybeCaller: undefined;
}

@ObjectType('Amount')
class Amount {
  @Field(() => Int)
  value: number;
}

@Resolver(() => Amount)
class AmountResolver {
  @Query(() => Amount)
  amount(): Amount {
    return { value: 3 };
  }

  @FieldResolver(() => Int)
  scaled(@Ctx() { factor }: Context, @Root() { value }: Amount): number {
    return this.multiply(value, factor);
  }

  @FieldResolver(() => Int)
  times(@Root() { value }: Amount, @Arg('by', () => Int) by: number): number {
    return this.multiply(value, by);
  }

  @Guarded('SIGNED_IN')
  @FieldResolver(() => Int)
  secret(@Root() { value }: Amount): number {
    return value;
  }

  private multiply(a: number, b: number): number {
    return a * b;
  }
}

const context: Context = { factor: 7, maybeCaller: undefined };
let schema: GraphQLSchema;
let wrapped: unknown;

beforeAll(async () => {
  simplifyFields();
  schema = await buildSchema({ resolvers: [AmountResolver], authChecker: checkPermission as never, validate: false });
  wrapped = resolverOf('scaled');
  callFieldResolversDirectly(schema);
});

const resolverOf = (field: string): unknown => (schema.getType('Amount') as unknown as { getFields(): Record<string, { resolve: unknown }> }).getFields()[field]!.resolve;
const ask = (selection: string) => graphql({ schema, source: `{ amount { ${selection} } }`, contextValue: context });

describe('resolvers of fields', () => {
  test('one that asks for its object and the context is called as it is written, in the order of its parameters', async () => {
    expect(resolverOf('scaled')).not.toBe(wrapped);
    expect(await ask('value scaled')).toEqual({ data: { amount: { value: 3, scaled: 21 } } });
  });

  test('one with arguments gets them still', async () => {
    expect(await ask('times(by: 5)')).toEqual({ data: { amount: { times: 15 } } });
  });

  test('a guarded one stays guarded', async () => {
    const { data, errors } = await ask('secret');
    expect(data).toBeNull();
    expect(errors).toHaveLength(1);
  });
});
