import { isObjectType, type GraphQLSchema } from 'graphql';
import { getMetadataStorage } from 'type-graphql';

/**
 * Lets fields that only hand out a property be read as such: type-graphql would wrap each in a chain of asynchronous middleware, for
 * every value of every row. Guarded fields keep their wrapping. To be called before the schema is built.
 */
export function simplifyFields(): void {
  const { fields, authorizedFields } = getMetadataStorage();
  for (const field of fields) {
    const isGuarded = authorizedFields.some((each) => each.target === field.target && each.fieldName === field.name);
    if (!isGuarded && field.schemaName === field.name) field.simple = true;
  }
}

type Parameter = (root: unknown, context: unknown) => unknown;

/**
 * Lets field resolvers that ask for nothing but their object and the context be called as they are written: type-graphql would sort
 * and convert their parameters for every row. Those with arguments or a guard keep their wrapping.
 */
export function callFieldResolversDirectly(schema: GraphQLSchema): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage();
  const instances = new Map<unknown, Record<string, (...parameters: unknown[]) => unknown>>();
  for (const { kind, target, methodName, schemaName, getObjectType, roles, middlewares = [], params = [] } of fieldResolvers) {
    const parameters = params.toSorted((a, b) => a.index - b.index).map((each): Parameter | undefined => {
      if (each.kind === 'root' && each.propertyName === undefined) return (root) => root;
      return each.kind === 'context' && each.propertyName === undefined ? (_root, context) => context : undefined;
    });
    const isPlain = kind === 'external' && roles === undefined && middlewares.length === 0 && parameters.length <= 2 && parameters.every((each) => each !== undefined);
    const type = schema.getType(objectTypes.find((each) => each.target === getObjectType!())?.name ?? '');
    if (!isPlain || !isObjectType(type)) continue;
    const instance = instances.get(target) ?? new (target as new () => Record<string, () => unknown>)();
    instances.set(target, instance);
    const [first, second] = parameters as readonly Parameter[];
    type.getFields()[schemaName]!.resolve = (root: unknown, _arguments: unknown, context: unknown) =>
      instance[methodName]!(first?.(root, context), second?.(root, context));
  }
}
