import type { LearningObjectRow } from '../learning-objects/index.ts';
import type { ItemProgressRow } from './item-progress.queries.ts';

export interface ProgressReport {
  readonly at: string;
  readonly viewed: number;
  readonly reachedEnd: boolean;
  readonly confirmed: boolean;
  readonly resumeAt?: number | null;
}

export function mergeReport(known: ItemProgressRow | undefined, report: ProgressReport, module: LearningObjectRow, now: Date): ItemProgressRow {
  const viewed = Math.min(1, Math.max(0, Number.isFinite(report.viewed) ? report.viewed : 0));
  const progress = Math.max(known?.progress ?? 0, viewed);
  const done =
    known?.state === 'COMPLETED' ||
    (module.completionRule === 'VIEWED' && progress * 100 >= (module.completionPercent ?? 100)) ||
    (module.completionRule === 'READ' && report.reachedEnd) ||
    (module.completionRule === 'CONFIRMED' && report.confirmed);
  const at = new Date(Math.min(Date.parse(report.at), now.getTime()));
  const newer = report.resumeAt != null && (!known?.positionAt || at >= known.positionAt);
  return {
    learningObjectId: module.id,
    state: done ? 'COMPLETED' : 'IN_PROGRESS',
    progress: done ? 1 : Math.floor(progress * 10_000) / 10_000,
    position: newer ? { value: report.resumeAt! } : (known?.position ?? null),
    positionAt: newer ? at : (known?.positionAt ?? null),
    startedAt: known?.startedAt ?? now,
    lastActivityAt: now,
  };
}
