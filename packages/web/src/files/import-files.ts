import { tusTransport } from './upload.ts';

/** How files that are to be imported come to the API. */
export const importTransport = tusTransport({ endpoint: '/files/uploads', metadata: { purpose: 'IMPORT' } });

/** What is taken for an import. */
export const importRules = { maxBytes: 50_000_000, extensions: ['.csv', '.xlsx', '.txt'] };
