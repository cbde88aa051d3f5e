import type { Failure } from '../ui/error-state.tsx';

/** What a form's wish for the preview of a bulk act came to; what was refused is shown by the form itself. */
export type PreviewStart = { readonly is: 'STARTED'; readonly operationId: string } | { readonly is: 'REFUSED' } | { readonly is: 'FAILED'; readonly failure: Failure };
