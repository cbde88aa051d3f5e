import './add-completions.ts';
import './revoke-completions.ts';

export { CompletionResolver } from './completion.resolver.ts';
