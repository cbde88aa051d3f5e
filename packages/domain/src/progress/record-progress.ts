import { compareInstants, dateIn, instantFromMs, instantToMs, type CalendarDate, type Instant } from '../shared/calendar.ts';
import type { ItemProgress, ModuleCompletionRule, ProgressReport, ResumePosition } from './item-progress.ts';

/** How long a player may have been without a line: what it then tells is dated as it says, back to this many days. */
export const REPORT_LIMITS = { ageDays: 30, position: 10_000_000 } as const;

/** A module that nobody has opened yet. */
export const NO_PROGRESS: ItemProgress = { state: 'NOT_STARTED', progress: 0, startedAt: null, lastActivityAt: null, resume: null };

export interface RecordedProgress {
  readonly progress: ItemProgress;
  /** The completion that this report brought: a fact of origin AUTO is to be written. */
  readonly completion: { readonly completedOn: CalendarDate; readonly completedAt: Instant } | null;
}

/**
 * Takes in what a player tells of a module. Progress never falls, so reports may come late, twice, or in any order;
 * the resume position is that of the report with the latest client time. A client's clock is believed between thirty
 * days ago and now. A module that is complete stays so; only a revocation makes it begin anew.
 */
export function recordProgress(
  before: ItemProgress,
  report: ProgressReport,
  rule: ModuleCompletionRule,
  { now, zone }: { readonly now: Instant; readonly zone: string },
): RecordedProgress {
  const at = believable(report.at, now);
  const isDone = before.state === 'COMPLETED' || meets(rule, report);
  const progress: ItemProgress = {
    state: isDone ? 'COMPLETED' : 'IN_PROGRESS',
    progress: isDone ? 1 : Math.max(before.progress, unfinished(rule, report)),
    startedAt: before.startedAt === null ? at : earlier(before.startedAt, at),
    lastActivityAt: before.lastActivityAt === null ? at : later(before.lastActivityAt, at),
    resume: newestPosition(before.resume, report, at),
  };
  const completes = isDone && before.state !== 'COMPLETED';
  return { progress, completion: completes ? { completedOn: dateIn(at, zone), completedAt: at } : null };
}

/** Whether a report alone completes a module. */
export function meets(rule: ModuleCompletionRule, report: ProgressReport): boolean {
  switch (rule.kind) {
    case 'VIEWED': return share(report.viewed) >= rule.ratio;
    case 'READ_TO_END': return report.reachedEnd;
    case 'CONFIRMED': return report.confirmed;
  }
}

/** How far it is, below 1: of a video, measured by what has to be seen of it. */
function unfinished(rule: ModuleCompletionRule, report: ProgressReport): number {
  const seen = share(report.viewed);
  return Math.min(rule.kind === 'VIEWED' ? seen / rule.ratio : seen, 0.9999);
}

/** A share from 0 to 1, whatever a client says. */
function share(viewed: number): number {
  return viewed > 0 ? Math.min(viewed, 1) : 0;
}

function believable(at: Instant, now: Instant): Instant {
  const oldest = instantFromMs(instantToMs(now) - REPORT_LIMITS.ageDays * 86_400_000);
  return later(oldest, earlier(at, now));
}

/** The last writer by client time wins; of one moment the position that is further on. */
function newestPosition(before: ResumePosition | null, { resumeAt }: ProgressReport, at: Instant): ResumePosition | null {
  if (resumeAt == null || !(resumeAt >= 0 && resumeAt <= REPORT_LIMITS.position)) return before;
  const order = before === null ? 1 : compareInstants(at, before.at);
  if (before !== null && (order < 0 || (order === 0 && before.value >= resumeAt))) return before;
  return { value: resumeAt, at };
}

function earlier(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) <= 0 ? a : b;
}

function later(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) >= 0 ? a : b;
}
