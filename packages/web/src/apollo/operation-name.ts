import type { DocumentNode } from 'graphql';

/** The name of the one operation of a document. */
export function operationName(document: DocumentNode): string | undefined {
  for (const definition of document.definitions) if (definition.kind === 'OperationDefinition') return definition.name?.value;
  return undefined;
}
