export default {
  displayName: 'stories',
  rootDir: '.',
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'es6' } }] },
  testMatch: ['<rootDir>/**/*.story.ts'],
  globalSetup: '<rootDir>/start-seeded-database.mjs',
  globalTeardown: '<rootDir>/stop-seeded-database.mjs',
  testTimeout: 180_000,
};
