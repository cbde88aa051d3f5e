import type { Language } from '@milepost/domain';
import type { Evaluation } from './evaluate-enrollments.ts';

/** An evaluation's reasons in words: one sentence, and the tree behind it. */
export function sayExplanation(evaluation: Evaluation, _language: Language): { sentence: string; tree: unknown } {
  return { sentence: evaluation.standing.status, tree: {} };
}
