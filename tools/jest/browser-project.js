/** The jest project of a package whose code runs in the browser; the package brings jsdom and Testing Library itself. */
export const browserProject = (displayName) => ({
  displayName,
  testEnvironment: 'jest-fixed-jsdom',
  testEnvironmentOptions: { customExportConditions: ['source', ''] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2023', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }, module: { type: 'es6' } },
    ],
  },
  moduleNameMapper: { '\\.(css|svg|png)$': new URL('no-asset.js', import.meta.url).pathname },
  setupFilesAfterEnv: ['@testing-library/jest-dom/jest-globals', new URL('browser-gaps.js', import.meta.url).pathname],
});
