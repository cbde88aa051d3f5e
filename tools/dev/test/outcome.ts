/** What a check came to: how many of the things that it looked at hold. `notRun` names what it could not look at, in words for the screen. */
export interface Outcome {
  passed: number;
  failed: number;
  notRun?: string[];
}

/** One section of `npm test`. `id` selects it by hand: `npm test -- lint`. */
export interface Check {
  id: string;
  title: string;
  run: () => Promise<Outcome>;
}

/** One thing, which holds or does not. */
export const single = (holds: boolean): Outcome => (holds ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

/** Several outcomes as one. */
export function sum(outcomes: Outcome[]): Outcome {
  return {
    passed: outcomes.reduce((total, { passed }) => total + passed, 0),
    failed: outcomes.reduce((total, { failed }) => total + failed, 0),
    notRun: outcomes.flatMap(({ notRun = [] }) => notRun),
  };
}

/** The last line of `npm test`, which scripts read. */
export const summaryLine = ({ passed, failed }: Outcome): string => `${passed} passed, ${failed} failed`;
