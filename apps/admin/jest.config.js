export default {
  displayName: 'admin',
  testEnvironment: 'jest-fixed-jsdom',
  testEnvironmentOptions: { customExportConditions: ['source', ''] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: {
    // The build for browsers: by its own conditions jest would take the one for Node.
    '^tus-js-client$': '<rootDir>/../../packages/web/node_modules/tus-js-client/lib.es5/browser/index.js',
    '\\.module\\.css$': '<rootDir>/../../packages/web/src/testing/css-module.ts',
    '\\.css$': '<rootDir>/../../packages/web/src/testing/no-css.ts',
  },
  setupFilesAfterEnv: ['<rootDir>/../../packages/web/src/testing/setup.ts'],
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
};
