import { compareInstants, dateIn, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { FactId, LearningObjectId } from '../shared/ids.ts';
import { evaluateCourse } from './evaluate-course.ts';
import type { CompletionFact, Revocation } from './standing-input.ts';
import { isWithdrawn } from './withdrawn-evidence.ts';
import type { WorkMessage } from './work-messages.ts';

/** A completion with who recorded it and why. */
export interface ToldFact extends CompletionFact {
  /** Who recorded it; null: it was worked out, or nobody knows. */
  readonly by: string | null;
  readonly reason: string | null;
  /** It had been taken back before. */
  readonly isGivenBack: boolean;
}

/** A revocation with who did it and why. */
export interface ToldRevocation extends Revocation {
  readonly by: string | null;
  /** Empty where none was asked for. */
  readonly reason: string;
}

/** All that a person's standing in a course, a module, an activity or an exam follows from. */
export interface WorkToExplain {
  readonly itemId: LearningObjectId;
  readonly isCourse: boolean;
  /** Of a course, in order. */
  readonly moduleIds: readonly LearningObjectId[];
  /** What the item, its modules and whatever its completions rest on are called. */
  readonly names: ReadonlyMap<string, string>;
  /** Of the item and its modules, and what its completions rest on; revoked ones too. */
  readonly facts: readonly ToldFact[];
  readonly revocations: readonly ToldRevocation[];
  /** When it was opened, and how far it is; null: never. */
  readonly begun: { readonly at: Instant; readonly progress: number } | null;
  /** IANA; its days are told. */
  readonly zone: string;
}

/** A reason and the reasons behind it, as data; `sayWork` puts each into words. */
export interface WorkReason {
  readonly message: WorkMessage;
  /** The id of the completion or module that it speaks of. */
  readonly subjectId: string | null;
  readonly because: readonly WorkReason[];
}

export interface WorkExplanation {
  /** What is so now: TAKEN_BACK where it was complete once. */
  readonly state: 'COMPLETED' | 'IN_PROGRESS' | 'TAKEN_BACK' | 'NOT_STARTED';
  readonly sentence: WorkMessage;
  readonly because: readonly WorkReason[];
}

/** Why a person has completed a course, a module, an activity or an exam, or has not, or has not any more (2.8, U31–U33, X24). Agrees with `evaluateCourse`. */
export function explainWork(work: WorkToExplain): WorkExplanation {
  return new WorkTeller(work).tell();
}

const reason = (message: WorkMessage, subjectId: string | null = null, because: readonly WorkReason[] = []): WorkReason => ({ message, subjectId, because });

class WorkTeller {
  private readonly revocationOf: ReadonlyMap<string, ToldRevocation>;
  /** The completions of the item itself, the latest first, as lists of training progress have them. */
  private readonly own: readonly ToldFact[];
  private readonly live: readonly ToldFact[];

  constructor(private readonly work: WorkToExplain) {
    this.revocationOf = new Map(work.revocations.map((each) => [each.factId, each]));
    this.own = this.factsOf(work.itemId);
    this.live = this.own.filter((fact) => !this.revocationOf.has(fact.id));
  }

  tell(): WorkExplanation {
    const [latest] = this.live;
    if (latest) return { state: 'COMPLETED', sentence: this.sentenceOfCompletion(latest), because: this.behindCompletion(latest) };
    return this.work.isCourse ? this.openCourse() : this.openItem();
  }

  /** Completions of something, the latest first. */
  private factsOf(itemId: LearningObjectId): ToldFact[] {
    return this.work.facts.filter((fact) => fact.learningObjectId === itemId).sort((a, b) => compareTexts(b.completedOn, a.completedOn) || compareTexts(b.id, a.id));
  }

  private day(at: Instant): CalendarDate {
    return dateIn(at, this.work.zone);
  }

  private sentenceOfCompletion(fact: ToldFact): WorkMessage {
    const { completedOn: on, evidence = [], origin, by } = fact;
    if (isWithdrawn(evidence, this.work.revocations)) return { code: 'WORK_STAYS_COMPLETED', params: { on } };
    if (origin !== 'AUTO') return { code: 'WORK_COMPLETED_BY_RECORD', params: { on, origin, by, recorded: this.day(fact.recordedAt) } };
    return evidence.length > 0 ? { code: 'WORK_COMPLETED_BY_MODULES', params: { on, modules: evidence.length } } : { code: 'WORK_COMPLETED_HERE', params: { on } };
  }

  private behindCompletion(fact: ToldFact): WorkReason[] {
    const others = this.own.filter((other) => other !== fact).map((other) => this.fact(other));
    const evidence = (fact.evidence ?? []).flatMap((id) => this.evidence(id));
    const rules: WorkReason[] = isWithdrawn(fact.evidence, this.work.revocations) ? [reason({ code: 'RULE_STAYS', params: {} })] : [];
    return [this.fact(fact, evidence), ...rules, ...others];
  }

  private openCourse(): WorkExplanation {
    const { itemId: courseId, moduleIds, facts, revocations, begun } = this.work;
    // What the course was completed by before may be no part of it any more.
    const concerned = facts.filter(({ learningObjectId }) => learningObjectId === courseId || moduleIds.includes(learningObjectId));
    const standing = evaluateCourse({ courseId, moduleIds, facts: concerned, revocations, begunModuleIds: begun ? moduleIds : [] });
    const modules = standing.completedModuleIds.length;
    if (standing.status === 'COMPLETED') {
      const sentence = { code: 'WORK_COMPLETED_BY_MODULES', params: { on: standing.completedOn!, modules } } as const;
      return { state: 'COMPLETED', sentence, because: [reason({ code: 'RULE_OF_MODULES', params: {} }), ...this.modules(), ...this.told()] };
    }
    const taken = this.latestTaken();
    if (taken) {
      const isHeldBack = moduleIds.length > 0 && standing.nextModuleId === null;
      const params = this.revocationParams(taken);
      const rule: WorkReason[] = isHeldBack ? [reason({ code: 'RULE_COMES_BACK', params: {} })] : [];
      return { state: 'TAKEN_BACK', sentence: isHeldBack ? { code: 'WORK_HELD_BACK', params } : { code: 'WORK_TAKEN_BACK', params }, because: [...this.told(), ...rule, ...this.modules()] };
    }
    if (standing.status === 'NOT_STARTED' && !begun) return { state: 'NOT_STARTED', sentence: { code: 'WORK_NOT_BEGUN', params: {} }, because: this.modules() };
    if (moduleIds.length === 0) return { state: 'IN_PROGRESS', sentence: { code: 'WORK_NEEDS_RECORD', params: {} }, because: [] };
    const of = new Set(moduleIds).size;
    return { state: 'IN_PROGRESS', sentence: { code: 'WORK_MODULES_OPEN', params: { done: modules, modules: of } }, because: [reason({ code: 'RULE_OF_MODULES', params: {} }), ...this.modules()] };
  }

  private openItem(): WorkExplanation {
    const { begun } = this.work;
    const taken = this.latestTaken();
    if (taken) return { state: 'TAKEN_BACK', sentence: { code: 'WORK_TAKEN_BACK', params: this.revocationParams(taken) }, because: this.told() };
    if (begun) return { state: 'IN_PROGRESS', sentence: { code: 'WORK_BEGUN', params: { since: this.day(begun.at), progress: begun.progress } }, because: [] };
    return { state: 'NOT_STARTED', sentence: { code: 'WORK_NOT_BEGUN', params: {} }, because: [] };
  }

  /** The completion of the item that was taken back last. */
  private latestTaken(): ToldFact | undefined {
    return this.own.toSorted((a, b) => compareInstants(this.revocationOf.get(b.id)!.at, this.revocationOf.get(a.id)!.at))[0];
  }

  private told(): WorkReason[] {
    return this.own.map((fact) => this.fact(fact));
  }

  private revocationParams(fact: ToldFact): { readonly on: CalendarDate; readonly completed: CalendarDate; readonly by: string | null } {
    const { at, by } = this.revocationOf.get(fact.id)!;
    return { on: this.day(at), completed: fact.completedOn, by };
  }

  /** A completion, with why it was recorded, that it was taken back, and what it rests on. */
  private fact(fact: ToldFact, behind: readonly WorkReason[] = []): WorkReason {
    const { id, completedOn: on, origin, by } = fact;
    const revocation = this.revocationOf.get(id);
    const recorded = this.day(fact.recordedAt);
    const own: WorkReason[] = [];
    if (fact.isGivenBack) own.push(reason({ code: 'WORK_GIVEN_BACK', params: { recorded } }));
    if (fact.reason) own.push(reason({ code: 'WORK_REASON', params: { reason: fact.reason } }));
    if (revocation) own.push(reason({ code: 'WORK_REVOCATION', params: this.revocationParams(fact) }, id, reasonOf(revocation)));
    return reason({ code: 'WORK_FACT', params: { on, origin, by, recorded } }, id, [...own, ...behind]);
  }

  /** Something that a completion rests on; nothing where it is not known here. */
  private evidence(id: FactId): WorkReason[] {
    const fact = this.work.facts.find((each) => each.id === id);
    return fact ? [this.ofModule(fact.learningObjectId, fact)] : [];
  }

  private modules(): WorkReason[] {
    return [...new Set(this.work.moduleIds)].map((moduleId) => {
      const facts = this.factsOf(moduleId);
      return this.ofModule(moduleId, facts.find(({ id }) => !this.revocationOf.has(id)) ?? facts[0]);
    });
  }

  private ofModule(moduleId: LearningObjectId, fact: ToldFact | undefined): WorkReason {
    const module = this.work.names.get(moduleId) ?? '–';
    if (!fact) return reason({ code: 'MODULE_OPEN', params: { module } }, moduleId);
    const revocation = this.revocationOf.get(fact.id);
    if (!revocation || revocation.givenBack) return reason({ code: 'MODULE_COMPLETED', params: { module, on: fact.completedOn } }, fact.id);
    return reason({ code: 'MODULE_TAKEN_BACK', params: { module, ...this.revocationParams(fact) } }, fact.id, reasonOf(revocation));
  }
}

const reasonOf = ({ reason: said }: ToldRevocation): WorkReason[] => (said ? [reason({ code: 'WORK_REASON', params: { reason: said } })] : []);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
