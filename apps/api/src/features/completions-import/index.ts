import './apply-completions-import.ts';

export { analyseCompletionsImport } from './analyse-completions-import.job.ts';
export { registerCompletionsTemplate } from './template-route.ts';
export { CompletionsImportResolver, ImportedCompletionsMendsResolver } from './completions-import.resolver.ts';
