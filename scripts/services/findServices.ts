import { existsSync } from 'node:fs';
import path from 'node:path';
import { listFolders } from './listFolders';
import { readService, type Service } from './service';

/** Every service under `serverless/` of the repository at `root`, by name; `only` picks some and throws on unknown ones. */
export function findServices(root: string, only: readonly string[] = []): Service[] {
  const services = listFolders(root, 'serverless')
    .map((folder) => path.join(root, folder))
    .filter((dir) => existsSync(path.join(dir, 'package.json')))
    .map(readService);
  const unknown = only.filter((name) => !services.some((service) => service.name === name));
  if (unknown.length > 0) {
    const known = services.map((service) => service.name).join(', ') || 'none';
    throw new Error(`No service is called ${unknown.join(', ')}. Services: ${known}.`);
  }
  return only.length === 0 ? services : services.filter((service) => only.includes(service.name));
}
