import './apply-completions-import.ts';

export { analyseCompletionsImport } from './analyse-completions-import.job.ts';
export { registerCompletionsTemplate } from './template-route.ts';
export { CompletionsImportResolver } from './completions-import.resolver.ts';
