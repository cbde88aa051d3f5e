/** How far someone has got with a module, as it is sent and, until the server has it, kept. */
export interface Report {
  readonly moduleId: string;
  /** Null: the module by itself. */
  readonly courseId: string | null;
  /** When, by this machine's clock, ISO 8601. */
  readonly at: string;
  /** 0 to 1. */
  readonly viewed: number;
  readonly reachedEnd: boolean;
  readonly confirmed: boolean;
  readonly resumeAt: number | null;
  /** Of this very content: a repeat has no second effect. */
  readonly clientMutationId: string;
}

export type NewReport = Omit<Report, 'at' | 'clientMutationId'>;

export interface ReportQueue {
  /** Takes a report in, joined with what waits of the same module: the newest place, and all that was ever reached. */
  put(report: NewReport, now: Date): void;
  /** What waits, one report a module. */
  waiting(): readonly Report[];
  /** Forgets a report that the server has taken or refused, unless a newer one has taken its place. */
  settle(report: Report): void;
  /** Hears of every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

const queues = new Map<string, ReportQueue>();

/** The reports of a person that the server does not have yet, kept in this browser until it does. */
export function reportQueue(personId: string): ReportQueue {
  let queue = queues.get(personId);
  if (!queue) queues.set(personId, (queue = makeQueue(`milepost.reports.${personId}`)));
  return queue;
}

function makeQueue(key: string): ReportQueue {
  const listeners = new Set<() => void>();
  // Where storage is forbidden, reports live as long as the page.
  let inMemory: Record<string, Report> = {};
  let cached: { text: string; list: readonly Report[] } = { text: '{}', list: [] };

  const read = (): Record<string, Report> => {
    try {
      return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, Report>;
    } catch {
      return inMemory;
    }
  };
  const write = (reports: Record<string, Report>) => {
    inMemory = reports;
    try {
      if (Object.keys(reports).length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(reports));
    } catch {
      // Kept in memory above.
    }
    for (const listener of listeners) listener();
  };

  return {
    put: (report, now) => {
      const reports = read();
      const waiting = reports[report.moduleId];
      const joined: Report = {
        ...report,
        viewed: Math.max(report.viewed, waiting?.viewed ?? 0),
        reachedEnd: report.reachedEnd || (waiting?.reachedEnd ?? false),
        confirmed: report.confirmed || (waiting?.confirmed ?? false),
        resumeAt: report.resumeAt ?? waiting?.resumeAt ?? null,
        at: now.toISOString(),
        clientMutationId: crypto.randomUUID(),
      };
      write({ ...reports, [report.moduleId]: joined });
    },
    waiting: () => {
      const reports = read();
      const text = JSON.stringify(reports);
      if (text !== cached.text) cached = { text, list: Object.values(reports) };
      return cached.list;
    },
    settle: (report) => {
      const { [report.moduleId]: waiting, ...others } = read();
      if (waiting?.clientMutationId === report.clientMutationId) write(others);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
