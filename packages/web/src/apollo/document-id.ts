import type { DocumentNode } from 'graphql';

/**
 * The id of a trusted document, which codegen writes on the document node (`__meta__.id`). The API runs nothing else for the
 * apps, so a document without one is refused here, before it is sent.
 */
export function documentId(document: DocumentNode): string {
  const id = (document as { __meta__?: { id?: string } }).__meta__?.id;
  if (!id) throw new Error('This document has no id: it was not written by codegen.');
  return id;
}
