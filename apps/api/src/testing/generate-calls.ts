import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** One place of one root field in which a caller can name something by its id. */
export interface IdPlace {
  readonly operation: 'query' | 'mutation' | 'subscription';
  readonly field: string;
  /** From the argument down, e.g. `input.items.0.learningObjectId`. */
  readonly path: string;
  /** The operation's text. */
  readonly text: string;
  /** Its variables with `id` at the place, and something fitting everywhere else. */
  readonly variables: (id: string) => Record<string, unknown>;
}

/** A value that fits a scalar, so that a call gets as far as looking the id up. */
const fitting: Readonly<Record<string, unknown>> = {
  String: 'generated',
  Int: 1,
  Float: 1,
  Boolean: true,
  ID: '01890000-0000-7000-8000-000000000000',
  CalendarDate: '2099-12-31',
  Instant: '2020-01-01T00:00:00.000Z',
  Decimal: '1',
  Json: { kind: 'EVERYONE' },
};

/** The forms in which ids hide in JSON: an audience by each of its leaves. */
const audiences: Readonly<Record<string, (id: string) => unknown>> = {
  people: (id) => ({ kind: 'PEOPLE', personIds: [id] }),
  groups: (id) => ({ kind: 'GROUPS', groupIds: [id] }),
  departments: (id) => ({ kind: 'NOT', operand: { kind: 'DEPARTMENTS', departmentIds: [id], includeSubDepartments: true } }),
  positions: (id) => ({ kind: 'POSITIONS', positionIds: [id] }),
  jobRoles: (id) => ({ kind: 'JOB_ROLES', jobRoleIds: [id] }),
  partners: (id) => ({ kind: 'PARTNER_ACCOUNTS', partnerAccountIds: [id] }),
};

/** Every place of every root field where an id can stand, read from the schema: a new field is covered on its first day. */
export function findIdPlaces(schema: GraphQLSchema): IdPlace[] {
  const roots = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() };
  return Object.entries(roots).flatMap(([operation, root]) =>
    Object.values(root?.getFields() ?? {}).flatMap((field) => placesOf(operation as IdPlace['operation'], field)),
  );
}

function placesOf(operation: IdPlace['operation'], field: GraphQLField<unknown, unknown>): IdPlace[] {
  return field.args.flatMap((argument) =>
    idPaths(argument.type, argument.name).map((path) => {
      const used = field.args.filter((each) => each === argument || isRequiredArgument(each));
      const head = used.map((each) => `$${each.name}: ${String(each.type)}`).join(', ');
      const call = used.map((each) => `${each.name}: $${each.name}`).join(', ');
      return {
        operation,
        field: field.name,
        path,
        text: `${operation} (${head}) { ${field.name}(${call}) ${selectionOf(field.type)} }`,
        variables: (id: string) => Object.fromEntries(used.map((each) => [each.name, valueOf(each.type, each.name, path, id)])),
      };
    }),
  );
}

/** The paths below a type at which an id stands. */
function idPaths(type: GraphQLInputType, path: string): string[] {
  if (isNonNullType(type)) return idPaths(type.ofType, path);
  if (isListType(type)) return idPaths(type.ofType, `${path}.0`);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => idPaths(field.type, `${path}.${field.name}`));
  if (type.name === 'ID') return [path];
  return type.name === 'Json' && /audience|visibleRange|rule$/i.test(path) ? Object.keys(audiences).map((leaf) => `${path}#${leaf}`) : [];
}

function valueOf(type: GraphQLInputType, path: string, target: string, id: string): unknown {
  const [place, leaf] = target.split('#') as [string, string | undefined];
  if (path === place) return leaf ? audiences[leaf]?.(id) : id;
  if (isNonNullType(type)) return valueOf(type.ofType, path, target, id);
  if (isListType(type)) return [valueOf(type.ofType, `${path}.0`, target, id)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return fitting[type.name] ?? null;
  const fields = Object.values(type.getFields()).filter((field) => isRequiredInputField(field) || isOnTheWay(`${path}.${field.name}`, place));
  return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, `${path}.${field.name}`, target, id)]));
}

function isOnTheWay(path: string, place: string): boolean {
  return place === path || place.startsWith(`${path}.`);
}

/** Everything that a field answers without further arguments, one level deep, and of unions every member. */
export function selectionOf(output: GraphQLOutputType, depth = 1): string {
  const type = isNonNullType(output) || isListType(output) ? null : output;
  if (!type) return selectionOf((output as { ofType: GraphQLOutputType }).ofType, depth);
  if (isLeafType(type)) return '';
  if (isUnionType(type)) return `{ __typename ${type.getTypes().map((member) => `... on ${member.name} ${selectionOf(member, depth)}`).join(' ')} }`;
  if (!isObjectType(type) && !isInterfaceType(type)) return '{ __typename }';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    if (field.args.some((argument) => isRequiredArgument(argument))) return [];
    if (isLeafType(getNamedType(field.type))) return [field.name];
    return depth > 0 ? [`${field.name} ${selectionOf(field.type, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...fields].join(' ')} }`;
}
