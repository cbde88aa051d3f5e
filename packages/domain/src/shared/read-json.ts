import { parseCalendarDate, parseInstant, type CalendarDate, type Instant } from './calendar.ts';
import { parseDecimal, type Decimal } from './decimal.ts';
import { isUuid } from './ids.ts';
import type { Message } from './message.ts';
import { refuse, succeed, type Result } from './result.ts';
import { hasControlCharacters, lengthBeyond } from './text.ts';

/** What can be wrong with JSON that somebody wrote. */
export type JsonProblemShapes = {
  NOT_AN_OBJECT: {};
  UNKNOWN_FIELD: { field: string };
  FIELD_MISSING: { field: string };
  NOT_A_LIST: {};
  TOO_MANY: { limit: number };
  NOT_A_TEXT: {};
  TEXT_TOO_LONG: { limit: number };
  TEXT_HAS_CONTROL_CHARACTERS: {};
  NOT_ONE_OF: { values: readonly string[] };
  NOT_A_WHOLE_NUMBER: { from: number; to: number };
  NOT_A_DECIMAL: {};
  NOT_A_BOOLEAN: {};
  NOT_A_DATE: {};
  NOT_AN_INSTANT: {};
  NOT_AN_ID: {};
  NOT_A_SHA256: {};
};

/** Where something stands: `['milestones', 0, 'items', 3, 'id']`. */
export type JsonPath = readonly (string | number)[];

/** What is wrong with JSON, and where. */
export type JsonProblem = Message<JsonProblemShapes> & { readonly path: JsonPath };

/** Reads a value that nobody has checked: notes what is wrong with it and gives undefined, or gives what it means. */
export type JsonReader<T> = (value: unknown, path: JsonPath, note: NoteJsonProblem) => T | undefined;

export type NoteJsonProblem = <Code extends keyof JsonProblemShapes>(path: JsonPath, code: Code, params: JsonProblemShapes[Code]) => undefined;

/** More problems than these help nobody, and a hostile text must not be answered by a longer one. */
const PROBLEMS_NAMED = 100;

/** What a JSON value means, or all that is wrong with it. */
export function readJson<T>(value: unknown, reader: JsonReader<T>): Result<T, readonly JsonProblem[]> {
  const problems: JsonProblem[] = [];
  const read = reader(value, [], (path, code, params) => {
    if (problems.length < PROBLEMS_NAMED) problems.push({ path, code, params } as JsonProblem);
    return undefined;
  });
  return read !== undefined && problems.length === 0 ? succeed(read) : refuse(problems);
}

/** An object with exactly these fields. One that may be left out has a reader made by {@link orElse}. */
export function anObject<T extends object>(fields: { readonly [K in keyof T & string]: JsonReader<T[K]> }): JsonReader<T> {
  return (value, path, note) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return note(path, 'NOT_AN_OBJECT', {});
    const given = value as { readonly [field: string]: unknown };
    for (const field of Object.keys(given)) {
      if (!Object.hasOwn(fields, field)) note([...path, field.slice(0, 40)], 'UNKNOWN_FIELD', { field: field.slice(0, 40) });
    }
    const read = Object.entries<JsonReader<unknown>>(fields).map(([field, reader]) => {
      const at = [...path, field];
      if (Object.hasOwn(given, field) || fallbacks.has(reader)) return [field, reader(given[field], at, note)];
      return [field, note(at, 'FIELD_MISSING', { field })];
    });
    return read.some(([, each]) => each === undefined) ? undefined : (Object.fromEntries(read) as T);
  };
}

const fallbacks = new WeakSet<JsonReader<unknown>>();

/** What the reader gives, or where the value is left out, something else. */
export function orElse<T, D>(reader: JsonReader<T>, otherwise: D): JsonReader<T | D> {
  const read: JsonReader<T | D> = (value, path, note) => (value === undefined ? otherwise : reader(value, path, note));
  fallbacks.add(read);
  return read;
}

/** What the reader gives; null stays null, and left out is null. */
export function orNull<T>(reader: JsonReader<T>): JsonReader<T | null> {
  return orElse((value, path, note) => (value === null ? null : reader(value, path, note)), null);
}

/** A list of at most so many. */
export function aList<T>(reader: JsonReader<T>, limit: number): JsonReader<readonly T[]> {
  return (value, path, note) => {
    if (!Array.isArray(value)) return note(path, 'NOT_A_LIST', {});
    if (value.length > limit) return note(path, 'TOO_MANY', { limit });
    return value.flatMap((each, index) => reader(each, [...path, index], note) ?? []);
  };
}

/** An object that is read by what its field `kind` says. */
export function byKind<T>(readers: { readonly [kind: string]: JsonReader<T> }): JsonReader<T> {
  const kinds = Object.keys(readers);
  return (value, path, note) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return note(path, 'NOT_AN_OBJECT', {});
    const { kind } = value as { readonly kind?: unknown };
    const reader = typeof kind === 'string' && Object.hasOwn(readers, kind) ? readers[kind] : undefined;
    return reader ? reader(value, path, note) : note([...path, 'kind'], 'NOT_ONE_OF', { values: kinds });
  };
}

/** One of some words. */
export function oneOf<T extends string>(...words: readonly T[]): JsonReader<T> {
  return (value, path, note) => words.find((word) => word === value) ?? note(path, 'NOT_ONE_OF', { values: words });
}

/** A text of at most so many characters as a reader sees them. */
export function aText(limit: number, lines: 'ONE_LINE' | 'MANY_LINES'): JsonReader<string> {
  return (value, path, note) => {
    if (typeof value !== 'string') return note(path, 'NOT_A_TEXT', {});
    if (lengthBeyond(value, limit) !== undefined) return note(path, 'TEXT_TOO_LONG', { limit });
    return hasControlCharacters(value, lines) ? note(path, 'TEXT_HAS_CONTROL_CHARACTERS', {}) : value;
  };
}

/** A whole number within bounds, both inclusive. */
export function aWholeNumber(from: number, to: number): JsonReader<number> {
  return (value, path, note) => (typeof value === 'number' && Number.isInteger(value) && value >= from && value <= to ? value : note(path, 'NOT_A_WHOLE_NUMBER', { from, to }));
}

/** An exact decimal, as text. */
export const aDecimal: JsonReader<Decimal> = (value, path, note) => (typeof value === 'string' ? parseDecimal(value) : undefined) ?? note(path, 'NOT_A_DECIMAL', {});

export const aBoolean: JsonReader<boolean> = (value, path, note) => (typeof value === 'boolean' ? value : note(path, 'NOT_A_BOOLEAN', {}));

/** 'YYYY-MM-DD'. */
export const aDate: JsonReader<CalendarDate> = (value, path, note) => (typeof value === 'string' ? parseCalendarDate(value) : undefined) ?? note(path, 'NOT_A_DATE', {});

/** ISO 8601 with its zone; comes back in UTC. */
export const anInstant: JsonReader<Instant> = (value, path, note) => (typeof value === 'string' ? parseInstant(value) : undefined) ?? note(path, 'NOT_AN_INSTANT', {});

/** A UUID; comes back in lower case. */
export function anId<Id extends string>(): JsonReader<Id> {
  return (value, path, note) => (isUuid(value) ? (value.toLowerCase() as Id) : note(path, 'NOT_AN_ID', {}));
}

/** A SHA-256 in hexadecimal, given in lower case. */
export const aSha256: JsonReader<string> = (value, path, note) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : note(path, 'NOT_A_SHA256', {});
