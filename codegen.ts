import type { CodegenConfig } from '@graphql-codegen/cli';
import { documentOutputs, loadPlugin, possibleTypesOutput, trustedDocumentsOutput } from './tools/codegen/client-outputs.ts';

const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  pluginLoader: loadPlugin,
  ignoreNoDocuments: true,
  generates: {
    ...possibleTypesOutput('packages/web/src'),
    ...documentOutputs('apps/admin/src'),
    ...documentOutputs('apps/learner/src'),
    ...trustedDocumentsOutput('apps/admin/src', 'packages/web/src'),
    ...trustedDocumentsOutput('apps/learner/src', 'packages/web/src'),
  },
};

export default config;
