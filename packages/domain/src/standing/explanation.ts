import type { Message, MessageShapes } from '../shared/message.ts';

/** A reason and the reasons behind it, as data. */
export interface ExplanationNode {
  /** What it is about: a status, a due date, a lock, a release, a membership or a fact. */
  readonly about: 'STATUS' | 'MILESTONE' | 'ITEM' | 'DUE' | 'LOCK' | 'RELEASE' | 'SOURCE' | 'FACT' | 'OVERRIDE';
  readonly message: Message<MessageShapes>;
  /** The id of what it speaks of: a fact, a source, a milestone's key, a learning object. */
  readonly subjectId: string | null;
  readonly because: readonly ExplanationNode[];
}

/** Why a standing is as it is: a tree for admins, one sentence for the learner. */
export interface StandingExplanation {
  readonly sentence: Message<MessageShapes>;
  readonly status: ExplanationNode;
  readonly due: ExplanationNode;
  readonly sources: ExplanationNode;
  readonly milestones: readonly ExplanationNode[];
}
