import path from 'node:path';

/** The folder that holds `serverless/`, `shared/` and `emulator/`. */
export const repositoryRoot = path.resolve(__dirname, '../..');
