import * as fragmentMatcher from '@graphql-codegen/fragment-matcher';
import { preset as nearOperationFile } from '@graphql-codegen/near-operation-file-preset';
import type { CodegenPlugin, Types } from '@graphql-codegen/plugin-helpers';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as typescriptOperations from '@graphql-codegen/typescript-operations';
import * as trustedDocuments from './trusted-documents.ts';
import * as typedHooks from './typed-hooks-plugin.ts';

/** How the API's scalars travel as JSON. One that is missing here fails the generation. */
const SCALARS = {
  ID: 'string',
  CalendarDate: 'string',
  Instant: 'string',
  Decimal: 'string',
  Cursor: 'string',
  Json: 'unknown',
};

const TYPES = {
  scalars: SCALARS,
  strictScalars: true,
  namingConvention: 'keep',
  enumType: 'string-literal',
  useTypeImports: true,
  inlineFragmentTypes: 'combine',
  // The cache asks for it everywhere but at the root, so it is there; it tells the members of a union apart.
  nonOptionalTypename: true,
  skipTypeNameForRoot: true,
  emitLegacyCommonJSImports: false,
  importExtension: '.ts',
};

const TYPED_DOCUMENTS = {
  documentMode: 'documentNodeImportFragments',
  optimizeDocumentNode: true,
  pureMagicComment: true,
  unstable_onExecutableDocumentNode: trustedDocuments.metaOf,
};

const PLUGINS: Record<string, CodegenPlugin> = {
  'fragment-matcher': fragmentMatcher as CodegenPlugin,
  'typescript-operations': typescriptOperations,
  'typed-document-node': typedDocumentNode,
  'typed-hooks': typedHooks,
  'trusted-documents': trustedDocuments,
};

/** Finds the plugins that `clientOutputs` names; the generator tries other spellings of a name first, which must end as "not found". */
export function loadPlugin(name: string): CodegenPlugin {
  const plugin = PLUGINS[name];
  if (!plugin) throw Object.assign(new Error(`There is no plugin "${name}".`), { code: 'MODULE_NOT_FOUND' });
  return plugin;
}

/**
 * What is generated for the `.graphql` files below `source` (the `src` of an app or a package): beside each (`plan-list.graphql` → `plan-list.generated.ts`) its types,
 * typed documents and hooks; in `gql/schema-types.ts` the enums and inputs that they share.
 */
export function documentOutputs(source: string): NonNullable<Types.Config['generates']> {
  const documents = `${source}/**/*.graphql`;
  const schemaTypes = `${source}/gql/schema-types.ts`;
  return {
    [schemaTypes]: { documents, plugins: ['typescript-operations'], config: { ...TYPES, generateOperationTypes: false } },
    [`${source}/`]: {
      documents,
      preset: nearOperationFile,
      presetConfig: { extension: '.generated.ts' },
      plugins: ['typescript-operations', 'typed-document-node', 'typed-hooks'],
      config: { ...TYPES, ...TYPED_DOCUMENTS, importSchemaTypesFrom: schemaTypes },
    },
  };
}

/** The members of every union and interface, without which the cache would not know what a fragment on one of them means. */
export function possibleTypesOutput(source: string): NonNullable<Types.Config['generates']> {
  return { [`${source}/gql/possible-types.ts`]: { plugins: ['fragment-matcher'], config: { apolloClientVersion: 3, useExplicitTyping: true } } };
}

/** The map from id to text of every operation that an app may send: those below its own `src` and below the packages that it uses. */
export function trustedDocumentsOutput(app: string, ...packages: string[]): NonNullable<Types.Config['generates']> {
  return { [`${app}/gql/trusted-documents.json`]: { documents: [app, ...packages].map((source) => `${source}/**/*.graphql`), plugins: ['trusted-documents'] } };
}
