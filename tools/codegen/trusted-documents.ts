import { createHash } from 'node:crypto';
import type { PluginFunction } from '@graphql-codegen/plugin-helpers';
import { concatAST, type DefinitionNode, type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, print, type SelectionSetNode, visit } from 'graphql';

/** An operation that the API executes for whoever sends its `id`, and nothing but the id and the variables. */
export interface TrustedDocument {
  /** SHA-256 of `text`, in hex. */
  id: string;
  text: string;
}

/**
 * The trusted form of one operation with the fragments that it uses, all of them among `definitions`: with `__typename` wherever Apollo's cache asks for it, in one
 * order (the operation, then its fragments by name), so that the same operation has the same id wherever it is computed.
 */
export function trustedDocument(operation: OperationDefinitionNode, definitions: readonly DefinitionNode[]): TrustedDocument {
  const fragments = new Map(definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION).map((fragment) => [fragment.name.value, fragment]));
  const used = [...fragmentsOf(operation, fragments)].sort((a, b) => (a.name.value < b.name.value ? -1 : 1));
  const text = print(withTypenames({ kind: Kind.DOCUMENT, definitions: [operation, ...used] }));
  return { id: createHash('sha256').update(text).digest('hex'), text };
}

/** Plugin that writes the map from id to text of all operations as JSON, sorted, for the API. */
export const plugin: PluginFunction = (_schema, documents) => {
  const { definitions } = concatAST(documents.flatMap(({ document }) => document ?? []));
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const entries = operations.map((operation) => trustedDocument(operation, definitions)).map(({ id, text }) => [id, text] as const);
  return `${JSON.stringify(Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))), null, 2)}\n`;
};

/** What a generated operation carries as `__meta__`, for the link that sends it; fragments carry nothing. */
export function metaOf({ definitions }: DocumentNode): { id: string } | undefined {
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  return operation && { id: trustedDocument(operation, definitions).id };
}

function fragmentsOf(node: OperationDefinitionNode | FragmentDefinitionNode, known: Map<string, FragmentDefinitionNode>, found = new Set<FragmentDefinitionNode>()): Set<FragmentDefinitionNode> {
  visit(node, {
    FragmentSpread: ({ name }) => {
      const fragment = known.get(name.value);
      if (!fragment) throw new Error(`There is no fragment "${name.value}".`);
      if (found.has(fragment)) return;
      found.add(fragment);
      fragmentsOf(fragment, known, found);
    },
  });
  return found;
}

/** As Apollo's cache does it: in every selection but an operation's own, and not beside introspection. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(node, _key, parent): SelectionSetNode | undefined {
        if (parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION) return undefined;
        if (node.selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'))) return undefined;
        return { ...node, selections: [...node.selections, { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] };
      },
    },
  });
}
