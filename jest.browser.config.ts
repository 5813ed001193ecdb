/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** The suites that click through the real Flex UI, one after the other on one running stack. */
const config: Config = {
  rootDir: __dirname,
  testMatch: ['<rootDir>/plugins/*/browser/**/*.browser.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/plugins/.*/build/'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json' }] },
  testEnvironment: 'node',
  globalSetup: '<rootDir>/scripts/browser/startForSuites.ts',
  globalTeardown: '<rootDir>/scripts/browser/stopAfterSuites.ts',
  maxWorkers: 1,
  testTimeout: 60_000,
};

export default config;
