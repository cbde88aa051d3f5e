export default {
  projects: ['<rootDir>/packages/domain', '<rootDir>/packages/web', '<rootDir>/apps/api', '<rootDir>/apps/admin', '<rootDir>/apps/learner', '<rootDir>/tools'],
  testTimeout: 30_000,
};
