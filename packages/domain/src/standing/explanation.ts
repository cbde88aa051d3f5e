import type { Message } from '../shared/message.ts';
import type { StandingShapes } from './standing-messages.ts';

export type StandingMessage = Message<StandingShapes>;

/** A reason and the reasons behind it, as data; `sayStanding` puts each message into words. */
export interface ExplanationNode {
  readonly about: 'STATUS' | 'MILESTONE' | 'DUE' | 'LOCK' | 'RELEASE' | 'SOURCE' | 'FACT' | 'OVERRIDE';
  readonly message: StandingMessage;
  /** The id of what it speaks of: a fact, a source, or a milestone's key. */
  readonly subjectId: string | null;
  readonly because: readonly ExplanationNode[];
}

/** Why a standing is as it is: one sentence, to the learner or about them to others, and a tree. */
export interface StandingExplanation {
  /** Names nothing that the learner is not to see yet. */
  readonly sentence: StandingMessage;
  readonly sentenceToOthers: StandingMessage;
  readonly status: ExplanationNode;
  readonly due: ExplanationNode;
  readonly sources: ExplanationNode;
  /** In plan order. */
  readonly milestones: readonly ExplanationNode[];
}

/** Makes a node of the tree. */
export function because(
  about: ExplanationNode['about'],
  message: StandingMessage,
  subjectId: string | null = null,
  reasons: readonly ExplanationNode[] = [],
): ExplanationNode {
  return { about, message, subjectId, because: reasons };
}
