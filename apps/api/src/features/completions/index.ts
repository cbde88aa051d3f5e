import './add-completions.ts';
import './revoke-completions.ts';

export { changingCompletions } from './completion-act.ts';
export { readSituations } from './completion-rows.queries.ts';
export { readTrainedItems } from './trained-item.queries.ts';
export { recordWork } from './record-work.ts';
export { revokeFacts } from './revoke-work.ts';
export { ReevaluationResolver } from './reevaluation.resolver.ts';
export { CompletionResolver } from './completion.resolver.ts';
