import type { PlayerModuleFragment } from './player-module.generated.ts';

/**
 * How much of a module the server knows to have been seen, 0 to 1. Its `progress` is the way to completion: a film that is complete
 * at 80 % is half-way when 40 % of it have been seen.
 */
export function viewedShare({ progress, state, completionRule, completionPercent }: Pick<PlayerModuleFragment, 'progress' | 'state' | 'completionRule' | 'completionPercent'>): number {
  if (state === 'COMPLETED') return 1;
  return completionRule === 'VIEWED' ? progress * ((completionPercent ?? 100) / 100) : progress;
}
