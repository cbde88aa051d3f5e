import { explain, sayStanding, type ExplanationNode, type Language } from '@milepost/domain';
import type { Evaluation } from './evaluate-enrollments.ts';

/** A reason in words, with the reasons behind it. */
interface SaidReason {
  readonly about: string;
  readonly text: string;
  readonly subjectId: string | null;
  readonly because: readonly SaidReason[];
}

/** Why a standing is as it is, in words. */
interface SaidExplanation {
  readonly sentence: string;
  readonly tree: { readonly status: SaidReason; readonly due: SaidReason; readonly sources: SaidReason; readonly milestones: readonly SaidReason[] };
}

/**
 * An evaluation's reasons in words: one sentence, and the trees of status, due date, sources and milestones.
 *
 * @param reader to the person themselves, or to others about them
 */
export function sayExplanation({ prepared, situation, standing }: Evaluation, reader: 'SELF' | 'OTHERS', language: Language): SaidExplanation {
  const explanation = explain(prepared, situation, standing, reader === 'SELF' ? 'LEARNER' : 'OTHERS');
  const said = (node: ExplanationNode): SaidReason => ({
    about: node.about,
    text: sayStanding(node.message, language),
    subjectId: node.subjectId,
    because: node.because.map(said),
  });
  return {
    sentence: sayStanding(reader === 'SELF' ? explanation.sentence : explanation.sentenceToOthers, language),
    tree: {
      status: said(explanation.status),
      due: said(explanation.due),
      sources: said(explanation.sources),
      milestones: explanation.milestones.map(said),
    },
  };
}
