import { isUuid, parseCalendarDate, parseDecimal, parseInstant } from '@milepost/domain';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

/** A scalar that travels as text and is refused when `parse` knows nothing of it. */
function textScalar(name: string, description: string, parse: (text: string) => string | undefined): GraphQLScalarType<string, string> {
  const read = (value: unknown): string => {
    const parsed = typeof value === 'string' ? parse(value) : undefined;
    if (parsed === undefined) throw new GraphQLError(`This is no ${name}.`, { extensions: { code: 'BAD_USER_INPUT' } });
    return parsed;
  };
  return new GraphQLScalarType<string, string>({
    name,
    description,
    parseValue: read,
    parseLiteral: (node) => read(node.kind === Kind.STRING ? node.value : undefined),
    serialize: (value) => (value instanceof Date ? value.toISOString() : String(value)),
  });
}

/** A day of the calendar, `YYYY-MM-DD`; which instants it covers depends on a time zone that stands beside it. */
export const CalendarDateScalar = textScalar(
  'CalendarDate',
  'A day of the calendar as `YYYY-MM-DD`. Which instants it covers depends on the time zone that stands beside it.',
  parseCalendarDate,
);

/** A moment in UTC, ISO 8601. */
export const InstantScalar = textScalar('Instant', 'A moment in UTC as ISO 8601, e.g. `2027-06-30T21:59:59.999Z`.', parseInstant);

/** An exact decimal as text. */
export const DecimalScalar = textScalar(
  'Decimal',
  'An exact decimal number as text with at most four places, e.g. `"1.5"`.',
  parseDecimal,
);

/** A position in the event log. */
export const CursorScalar = textScalar(
  'Cursor',
  'A position in the event log. Keep it as it is and hand it back to go on from there.',
  (text) => (text.length <= 40 ? text : undefined),
);

/** Data whose shape the field's description tells. */
export const JsonScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Json',
  description: 'Data whose shape is told by the field that carries it.',
});

/** What a client gave as an id, in the form that the database knows; undefined: it names nothing. */
export function readId(id: string | null | undefined): string | undefined {
  return isUuid(id) ? id.toLowerCase() : undefined;
}

const idOfNothing = '00000000-0000-0000-0000-000000000000';

/** An id to narrow a list by: null does not narrow it, and what cannot be an id finds nothing. */
export function readFilterId(id: string | null | undefined): string | null {
  return id ? (readId(id) ?? idOfNothing) : null;
}
