import { refuse, sayMessage, type Language, type MessageParam, type Result } from '@milepost/domain';
import { texts, type TextShapes } from './texts.ts';

/** Something that the caller can mend: a stable code, where it stands, and how to say it. */
export interface UserProblem {
  readonly code: string;
  readonly field: string | null;
  readonly say: (language: Language) => string;
  /** Of a stale edit: the version that the thing has now. */
  readonly currentRowVersion?: number;
}

/** What a use case gives: its value, or everything that stands in the way. */
export type Outcome<T> = Result<T, readonly UserProblem[]>;

/** A problem that the API's own texts know. */
export function problem<Code extends keyof TextShapes>(
  code: Code,
  ...rest: keyof TextShapes[Code] extends never ? [field?: string] : [params: TextShapes[Code], field?: string]
): UserProblem {
  const [first, second] = rest as [unknown, string | undefined];
  const [params, field] = typeof first === 'object' ? [first, second] : [{}, first as string | undefined];
  return { code, field: field ?? null, say: (language) => sayMessage(texts, { code, params: params as Record<string, MessageParam> }, language) };
}

/** Refuses with one problem of the API's own. */
export function refuseWith<Code extends keyof TextShapes>(
  code: Code,
  ...rest: keyof TextShapes[Code] extends never ? [field?: string] : [params: TextShapes[Code], field?: string]
): { readonly ok: false; readonly problem: readonly UserProblem[] } {
  return refuse([problem(code, ...rest)]);
}

/** Refuses because somebody else changed it meanwhile. */
export function refuseStale(currentRowVersion: number): { readonly ok: false; readonly problem: readonly UserProblem[] } {
  return refuse([{ ...problem('STALE_EDIT'), currentRowVersion }]);
}
