import type { Database } from '../../platform/database/database.ts';
import { createCourse, createModule } from './save-learning-object.ts';

/** What a test says of a course; the rest is made up. */
export interface CourseOverrides {
  readonly name?: string;
  /** How many article modules it has. */
  readonly modules?: number;
  readonly language?: string;
  readonly credits?: readonly { readonly creditType: string; readonly amount: string }[];
}

/** A course in use, with the ids of its modules in order. */
export interface BuiltCourse {
  readonly id: string;
  readonly moduleIds: readonly string[];
}

let counter = 0;

/** A course of articles that are complete when they have been read. */
export async function buildCourse(database: Database, organizationId: string, overrides: CourseOverrides = {}): Promise<BuiltCourse> {
  const name = overrides.name ?? `Course ${++counter}`;
  return database.write({ organizationId }, async (transaction) => {
    const moduleIds: string[] = [];
    for (let number = 1; number <= (overrides.modules ?? 1); number++) {
      const module = await createModule(transaction, { name: `${name}, part ${number}`, content: { kind: 'ARTICLE', article: 'Read me.' } });
      moduleIds.push(unwrap(module).id);
    }
    const course = await createCourse(transaction, { name, moduleIds, language: overrides.language ?? null, credits: overrides.credits ?? [] });
    return { id: unwrap(course).id, moduleIds };
  });
}

function unwrap<T>(outcome: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: unknown }): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Not built: ${JSON.stringify(outcome.problem)}`);
}
