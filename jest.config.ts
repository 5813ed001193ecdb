/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

/** Tests of built functions under Twilio's local runtime. */
const FUNCTIONS = '/serverless/[^/]+/test/http/';

const common = {
  rootDir: __dirname,
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '\\.type\\.test\\.ts$'],
  modulePathIgnorePatterns: ['/dist/', '<rootDir>/plugins/.*/build/'],
  transform: { '^.+\\.tsx?$': ['ts-jest', { tsconfig: '<rootDir>/tsconfig.jest.json' }] },
} satisfies Config;

const config: Config = {
  // Every suite leaves its modules behind: without an end the last ones collect garbage more than they test.
  workerIdleMemoryLimit: '1GB',
  // Only a bound for what hangs: a busy machine takes its time.
  testTimeout: 30_000,
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/{shared,emulator,scripts}/**/*.test.ts', '<rootDir>/serverless/*/**/*.test.ts'],
      testPathIgnorePatterns: [...common.testPathIgnorePatterns, FUNCTIONS],
    },
    {
      ...common,
      displayName: 'functions',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/serverless/*/test/http/**/*.test.ts'],
      globalSetup: '<rootDir>/scripts/testing/buildServices.ts',
    },
    {
      ...common,
      displayName: 'plugins',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/plugins/*/src/**/*.test.{ts,tsx}'],
      // webpack bundles Paste's icons as ES modules, which jest can't load.
      moduleNameMapper: { '^@twilio-paste/icons/esm/(.*)$': '@twilio-paste/icons/cjs/$1' },
    },
  ],
};

export default config;
