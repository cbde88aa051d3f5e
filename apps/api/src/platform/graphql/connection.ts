import { isUuid, parseCalendarDate, parseInstant } from '@milepost/domain';
import { GraphQLError } from 'graphql';
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { isStorable } from '../database/is-storable.ts';

/** The most that one page may hold. */
export const pageLimit = 100;

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether there is more after this page.' })
  hasNextPage: boolean;

  @Field(() => String, { nullable: true, description: 'Give it as `after` to read on.' })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 50, description: `How many at most, 1 to ${pageLimit}.` })
  first: number;

  @Field(() => String, { nullable: true, description: '`endCursor` of the page before; absent: from the beginning.' })
  after?: string | null;
}

/** A page as use cases give it: rows in order, each with its key in the list's sort. */
export interface Page<Row> {
  readonly rows: readonly { readonly row: Row; readonly key: readonly (string | number | null)[] }[];
  readonly hasNextPage: boolean;
}

/** What a connection class holds. */
export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfo;
}

/** Makes the Relay connection type of a node type: `PersonConnection` with `PersonEdge`. */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node>): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field({ description: 'The position of this one; `after` reads on behind it.' })
    cursor: string;

    @Field(node, { description: 'The thing itself.' })
    node: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list, read on by \`pageInfo.endCursor\`. Pages are cut by key, so none is slower than the first.` })
  class ConnectionClass implements Connection<Node> {
    @Field(() => [Edge], { description: 'In the order of the list.' })
    edges: Edge[];

    @Field(() => PageInfo, { description: 'Whether and where to read on.' })
    pageInfo: PageInfo;
  }
  return ConnectionClass;
}

/** Refuses a page size that is none, before anything is computed from it. */
export function checkPageSize(first: number): void {
  if (Number.isInteger(first) && first >= 1 && first <= pageLimit) return;
  throw new GraphQLError(`\`first\` must be from 1 to ${pageLimit}.`, { extensions: { code: 'BAD_USER_INPUT' } });
}

/** What the parts of a list's keys are: the database takes nothing else for them. */
type KeyPart = 'id' | 'text' | 'instant' | 'day' | 'integer';

const isKeyPart: Readonly<Record<KeyPart, (part: unknown) => boolean>> = {
  id: (part) => typeof part === 'string' && isUuid(part),
  text: (part) => typeof part === 'string' && isStorable(part),
  day: (part) => typeof part === 'string' && parseCalendarDate(part) !== undefined,
  instant: (part) => typeof part === 'string' && parseInstant(part) !== undefined,
  integer: (part) => Number.isSafeInteger(part),
};

/** The key that a cursor holds; undefined from the beginning. Throws a user error when the cursor is none of this list. */
export function readPageCursor(after: string | null | undefined, parts: readonly KeyPart[]): readonly (string | number)[] | undefined {
  if (after === null || after === undefined) return undefined;
  try {
    const key: unknown = JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
    if (Array.isArray(key) && key.length === parts.length && parts.every((part, index) => isKeyPart[part](key[index]))) return key as (string | number)[];
  } catch {
    // Not one of ours: said below.
  }
  throw new GraphQLError('`after` is not a cursor of this list.', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A page as GraphQL gives it. */
export function toConnection<Row, Node>(page: Page<Row>, present: (row: Row) => Node): Connection<Node> {
  const edges = page.rows.map(({ row, key }) => ({
    // Worked out when asked for: most ask for the last one only.
    get cursor() {
      return writePageCursor(key);
    },
    node: present(row),
  }));
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}

function writePageCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The end of a page's statement. Written out and not passed as a parameter: a plan made for any number of rows is a bad one for few,
 * and the planner, knowing that, would plan anew for every request.
 */
export function limitPage(first: number): string {
  if (!Number.isSafeInteger(first)) throw new Error('A page has a whole number of rows');
  return `LIMIT ${first + 1}`;
}

/** Cuts `first + 1` fetched rows to a page. */
export function cutPage<Row>(rows: readonly Row[], first: number, keyOf: (row: Row) => readonly (string | number | null)[]): Page<Row> {
  return { rows: rows.slice(0, first).map((row) => ({ row, key: keyOf(row) })), hasNextPage: rows.length > first };
}
