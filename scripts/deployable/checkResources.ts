import path from 'node:path';
import { listFiles } from '../services/listFiles';
import { resourceOf, type Resource } from '../services/resource';
import type { Service } from '../services/service';
import type { Finding } from './finding';

/** Function versions per build (Serverless API, "Builds"). */
const MOST_FUNCTIONS = 50;
/** `checkForValidPath` of @twilio-labs/serverless-api; white space is replaced before it looks. */
const ILLEGAL = /[;,?:@+&$()'"#]/;
const LONGEST_PATH = 255;
const KEY_MATERIAL = /(^|\/)(\.env[^/]*|[^/]*\.(pem|key|p12|pfx))$/;

/** What would be uploaded: how many, under which paths, and that nothing secret is among the public assets. */
export function checkResources(service: Service): Finding[] {
  const functions = listFiles(path.join(service.dir, 'dist/functions'))
    .filter((file) => file.endsWith('.js'))
    .map((file) => resourceOf(file, '.js'));
  const assets = listFiles(path.join(service.dir, 'dist/assets')).map((file) => resourceOf(file));
  const where = `serverless/${service.name}`;
  const findings: Finding[] = [];

  if (functions.length > MOST_FUNCTIONS) {
    findings.push({
      problem: `${where} has ${functions.length} functions, Twilio takes at most ${MOST_FUNCTIONS} per build.`,
      mend: 'Split the service in two.',
    });
  }
  for (const { file, path: url } of [...functions, ...assets]) {
    if (!ILLEGAL.test(url) && url.length <= LONGEST_PATH) continue;
    findings.push({
      problem: `${where}: ${file} is served as ${url}, which Twilio refuses (longer than ${LONGEST_PATH}, or one of ; , ? : @ + & $ ( ) ' " #).`,
      mend: `Rename its source under ${where}/src, then npm run build`,
    });
  }
  for (const [url, files] of findCollisions([...functions, ...assets])) {
    findings.push({
      problem: `${where}: ${files.join(' and ')} are all served as ${url}; only one of them would answer.`,
      mend: `Remove all but one under ${where}/src, then npm run build`,
    });
  }
  for (const { file, visibility } of assets) {
    if (visibility === 'private' || !KEY_MATERIAL.test(file)) continue;
    findings.push({
      problem: `${where}: the asset ${file} looks like a secret and anyone could read it.`,
      mend: `Remove ${where}/src/assets/${file}, then npm run build`,
    });
  }
  return findings;
}

function findCollisions(resources: readonly Resource[]): [url: string, files: string[]][] {
  const byUrl = new Map<string, string[]>();
  for (const { path: url, file } of resources) byUrl.set(url, [...(byUrl.get(url) ?? []), file]);
  return [...byUrl].filter(([, files]) => files.length > 1);
}
