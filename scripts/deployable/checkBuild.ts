import path from 'node:path';
import { readBuildRecord, hashOfFile } from '../bundling/buildRecord';
import { findEntries } from '../bundling/findEntries';
import { listFiles } from '../services/listFiles';
import { resourceOf } from '../services/resource';
import type { Service } from '../services/service';
import type { Finding } from './finding';

/** That dist is there, complete, and made from the sources as they are now. Twilio deploys whatever it finds, nothing included. */
export function checkBuild(service: Service): Finding[] {
  const mend = `npm run build -- ${service.name}`;
  const where = `serverless/${service.name}`;
  const built = listFiles(path.join(service.dir, 'dist/functions')).filter((file) => file.endsWith('.js'));
  if (built.length === 0) {
    const problem = `${where} has no built function: the deployment would upload nothing and report success.`;
    return [{ problem, mend }];
  }
  const problems = [...findMissing(service, built), ...findLeftOver(service, built), ...findStale(service)];
  return [
    ...problems.map((problem) => ({ problem: `${where}: ${problem}`, mend })),
    ...(readBuildRecord(service.dir)?.problems ?? []).map((problem) => ({
      problem: `${where}: ${problem}`,
      mend: `Change the code, then ${mend}`,
    })),
  ];
}

const sourcesOf = (service: Service): string[] => findEntries(path.join(service.dir, 'src/functions'));
const outputOf = (source: string): string => source.replace(/\.ts$/, '.js');

function findMissing(service: Service, built: readonly string[]): string[] {
  return sourcesOf(service).flatMap((source) => {
    if (built.includes(outputOf(source))) return [];
    const { path: url, visibility } = resourceOf(outputOf(source), '.js');
    const other = built.find((file) => resourceOf(file, '.js').path === url);
    if (other === undefined)
      return [`src/functions/${source} is not built, it would not exist in the cloud.`];
    return [`src/functions/${source} is built as ${other}: it would not be ${visibility} in the cloud.`];
  });
}

function findLeftOver(service: Service, built: readonly string[]): string[] {
  const wanted = new Set(sourcesOf(service).map(outputOf));
  return built
    .filter((file) => !wanted.has(file))
    .map((file) => `dist/functions/${file} has no source any more and would still be deployed.`);
}

function findStale(service: Service): string[] {
  const record = readBuildRecord(service.dir);
  if (record === undefined) return ['dist was not written by `npm run build`.'];
  const differs = ([file, hash]: [string, string]): boolean =>
    hashOfFile(path.join(service.dir, file)) !== hash;
  const changed = Object.entries(record.inputs).filter(differs);
  const tampered = Object.entries(record.outputs).filter(differs);
  const assets = listFiles(path.join(service.dir, 'src/assets')).map((file) => `src/assets/${file}`);
  return [
    ...changed.map(([file]) => `${file} was changed after the build.`),
    ...tampered.map(([file]) => `${file} is not what the build wrote.`),
    ...assets
      .filter((file) => record.inputs[file] === undefined)
      .map((file) => `${file} was added after the build.`),
  ];
}
