export default {
  projects: ['<rootDir>/packages/domain', '<rootDir>/packages/web', '<rootDir>/apps/api', '<rootDir>/apps/admin', '<rootDir>/apps/learner', '<rootDir>/tools'],
  testTimeout: 30_000,
  // Modules that a test has loaded are never let go by the process that ran it: two do the work, and one that has grown is followed by a fresh one.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
};
