import './add-completions.ts';
import './revoke-completions.ts';

export { changingCompletions, isPlanType } from './completion-act.ts';
export { readSituations, readTrainedItems } from './completion-rows.queries.ts';
export { recordWork } from './record-work.ts';
export { revokeFacts } from './revoke-work.ts';
export { CompletionResolver } from './completion.resolver.ts';
