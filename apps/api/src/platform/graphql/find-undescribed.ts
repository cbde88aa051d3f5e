import { isEnumType, isInputObjectType, isIntrospectionType, isInterfaceType, isObjectType, isSpecifiedScalarType, type GraphQLSchema } from 'graphql';

const roots = new Set(['Query', 'Mutation', 'Subscription']);

/** Every type, field, argument, input field and enum value without a description: partners read nothing else. */
export function findUndescribed(schema: GraphQLSchema): string[] {
  const found: string[] = [];
  const check = (place: string, described: { description?: string | null }): void => {
    if (!described.description) found.push(place);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (!roots.has(type.name)) check(type.name, type);
    if (isEnumType(type)) for (const value of type.getValues()) check(`${type.name}.${value.name}`, value);
    if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      check(`${type.name}.${field.name}`, field);
      if ('args' in field) for (const argument of field.args) check(`${type.name}.${field.name}(${argument.name})`, argument);
    }
  }
  return found;
}
