/**
 * Who may import whom. `$1` stands for what the brackets in `from` matched, so a new feature or app is covered on the day it appears.
 * Each rule has a violation planted in `boundaries.test.ts`.
 */

/** The API's features in the order in which they may know each other: each imports only from those before it. */
export const FEATURE_ORDER = [
  'audit',
  'operations',
  'organizations',
  'people',
  'people-import',
  'access',
  'directory',
  'saved-views',
  'audiences',
  'groups',
  'learning-objects',
  'facts',
  'learning-plans',
  'catalogs',
  'enrollments',
  'assignments',
  'learning-centre',
  'overrides',
  'plan-migrations',
  'person-merge',
  'registrations',
  'exams',
  'progress',
  'training-progress',
  'completions',
  'drift',
  'as-of',
  'completions-import',
  'credentials',
  'notifications',
  'reports',
  'integrations',
];

/** What the components in `web/ui` are made of; nothing there knows where data come from. */
const UI_PACKAGES = [
  'react',
  'react-dom',
  'react-router',
  '@mantine/[^/]+',
  '@tanstack/[^/]+',
  '@dnd-kit/[^/]+',
  '@tabler/icons-react',
  'dayjs',
  'react-markdown',
  'remark-gfm',
  'rehype-sanitize',
];

const TESTS = '[.](test|testing|story)[.]tsx?$|/testing/';
const FEATURES = '^apps/api/src/features/';
const FACTORY = '[.]factory[.]ts$';
/** In a feature: what GraphQL sees, and what the database sees. Everything else there is a verb: a use case, a reaction, a job. */
const GRAPHQL_FILES = '[.](resolver|subscription|presenter|type|inputs|results)[.]ts$';
const DATABASE_FILES = '[.](entity|repository|loaders|queries)[.]ts$';

/** @param {string} name */
const npm = (name) => `node_modules/${name}/`;

/**
 * @param {string} name
 * @param {string} comment what to do instead
 * @param {object} from
 * @param {object} to
 */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const featureOrder = FEATURE_ORDER.slice(0, -1).map((feature, position) =>
  rule(
    `feature-order-${feature}`,
    `${feature} comes before these; react to them by an event (when-….ts), or let them add a field resolver.`,
    { path: `${FEATURES}${feature}/` },
    { path: `${FEATURES}(${FEATURE_ORDER.slice(position + 1).join('|')})/` },
  ),
);

const domain = [
  rule('domain-imports-nothing', 'The rules are pure: no package, no clock, no I/O.', { path: '^packages/domain/src/', pathNot: TESTS }, { pathNot: '^packages/domain/src/' }),
];

const api = [
  rule('platform-knows-no-feature', 'Platform is beneath the features.', { path: '^apps/api/src/platform/' }, { path: '^apps/api/src/(?!platform/|config[.]ts$)' }),
  rule('platform-takes-shared-domain', 'The domain has one door, for platform too.', { path: '^apps/api/src/platform/', pathNot: TESTS }, { path: '^packages/domain/', pathNot: '^packages/domain/src/index[.]ts$' }),
  rule('feature-door', 'A feature is entered by its index.ts.', { path: `${FEATURES}([^/]+)/`, pathNot: `${TESTS}|${FACTORY}` }, { path: `${FEATURES}[^/]+/`, pathNot: [`${FEATURES}$1/`, `${FEATURES}[^/]+/index[.]ts$`] }),
  rule('feature-door-in-tests', 'A feature is entered by its index.ts; tests and factories may also build with its factory.', { path: `${FEATURES}([^/]+)/`, pathNot: `/[^/.]+[.]ts$|${GRAPHQL_FILES}|${DATABASE_FILES}|[.]job[.]ts$` }, { path: `${FEATURES}[^/]+/`, pathNot: [`${FEATURES}$1/`, `${FEATURES}[^/]+/index[.]ts$`, FACTORY] }),
  rule('feature-door-from-outside', 'Servers and commands enter a feature by its index.ts; the seed may also build with its factory.', { path: '^apps/api/src/[^/]+[.]ts$' }, { path: FEATURES, pathNot: [`${FEATURES}[^/]+/index[.]ts$`, FACTORY] }),
  rule('feature-has-a-place', 'Add the new feature to FEATURE_ORDER, where it may know those before it.', { path: `${FEATURES}(?!(${FEATURE_ORDER.join('|')})/)` }, {}),
  ...featureOrder,
  rule('typeorm-in-database-files', 'Only entity, repository, loaders and queries see TypeORM.', { path: FEATURES, pathNot: `${DATABASE_FILES}|${TESTS}` }, { path: npm('typeorm') }),
  rule('type-graphql-in-graphql-files', 'Only resolver, type, inputs and results see type-graphql.', { path: FEATURES, pathNot: `${GRAPHQL_FILES}|${TESTS}` }, { path: npm('type-graphql') }),
  rule('resolver-calls-use-cases', 'A resolver writes through use cases only; it reads through queries and loaders.', { path: `${FEATURES}.*[.]resolver[.]ts$` }, { path: `${FEATURES}.*[.](entity|repository)[.]ts$` }),
  rule('use-case-knows-no-graphql', 'A use case is called by resolvers and by jobs; it does not know who called it.', { path: FEATURES, pathNot: `${GRAPHQL_FILES}|${TESTS}|/index[.]ts$` }, { path: `${FEATURES}.*${GRAPHQL_FILES}` }),
  rule('database-files-call-no-use-case', 'Entity, repository, loaders and queries are called, they do not call.', { path: `${FEATURES}([^/]+)/.*${DATABASE_FILES}` }, { path: `${FEATURES}$1/[^/]*(?<!index)[.]ts$`, pathNot: DATABASE_FILES, dependencyTypesNot: ['type-only'] }),
  rule('api-knows-no-app', 'The API serves the apps’ files and knows nothing of their code.', { path: '^apps/api/' }, { path: '^(apps/(?!api/)|packages/(?!domain/))' }),
];

const web = [
  rule('web-ui-packages', 'web/ui: React, Mantine, TanStack, dnd-kit, react-router and what they need to speak; no Apollo, no GraphQL.', { path: '^packages/web/src/ui/', pathNot: TESTS }, { path: 'node_modules/', pathNot: npm(`(${UI_PACKAGES.join('|')})`) }),
  rule('web-ui-knows-no-data', 'Components get their data as properties.', { path: '^packages/web/src/ui/', pathNot: TESTS }, { path: '^packages/web/src/(apollo|session|files)/|[.]generated[.]ts$' }),
  rule('web-knows-no-app', 'What both apps share knows neither.', { path: '^packages/web/' }, { path: '^apps/' }),
];

const apps = [
  rule('app-knows-no-other-app', 'An app knows neither the API nor the other app.', { path: '^apps/(admin|learner)/' }, { path: '^apps/', pathNot: '^apps/$1/' }),
  rule('app-feature-knows-no-other', 'Pages compose features; deleting a feature is deleting its folder.', { path: '^apps/(admin|learner)/src/features/([^/]+)/' }, { path: '^apps/$1/src/features/', pathNot: '^apps/$1/src/features/$2/' }),
  rule('app-feature-knows-no-page', 'pages → features → web.', { path: '^apps/(admin|learner)/src/features/' }, { path: '^apps/$1/src/(pages/|shell/|router[.]tsx?$|main[.]tsx$)' }),
  rule('app-has-no-barrel', 'Import from the file that has it.', { path: '^apps/(admin|learner)/src/' }, { path: '^apps/(admin|learner)/src/.*index[.]tsx?$' }),
];

const everywhere = [
  rule('e2e-from-outside', 'The stories drive the product from outside.', { path: '^tools/e2e/' }, { path: '^(apps|packages)/' }),
  rule('product-knows-no-tool', 'Nothing that we deploy imports what developers run.', { path: '^(apps|packages)/[^/]+/src/' }, { path: '^tools/' }),
  rule('no-test-in-product', 'What is only for tests stays there.', { pathNot: `${TESTS}|^tools/` }, { path: '[.](test|testing)[.]tsx?$' }),
  rule('no-circle', 'Of two files that need each other, one part belongs into a third. Types and entities may refer to each other.', {}, { circular: true, viaOnly: { dependencyTypesNot: ['type-only'], pathNot: '[.]entity[.]ts$' } }),
  rule('resolves', 'There is no such file or package.', { pathNot: '[.]mjs$' }, { couldNotResolve: true, pathNot: '^virtual:|[.]css$|^@graphql-typed-document-node/core$' }),
];

export default {
  forbidden: [...domain, ...api, ...web, ...apps, ...everywhere],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage|fixtures)/' },
    tsPreCompilationDeps: true,
    detectJSDocImports: false,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'browser', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
