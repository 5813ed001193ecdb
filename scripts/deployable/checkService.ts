import type { Service } from '../services/service';
import { checkBuild } from './checkBuild';
import { checkConfiguration } from './checkConfiguration';
import { checkDependencies } from './checkDependencies';
import { checkEnvironment, findEnvironmentFiles } from './checkEnvironment';
import { checkResources } from './checkResources';
import type { Finding } from './finding';
import { findOwnPackages } from './findOwnPackages';

/** Everything that stands between a service and a deployment that does what its sources say. */
export function checkService(service: Service, root: string): Finding[] {
  return [
    ...checkConfiguration(service),
    ...checkDependencies(service, findOwnPackages(root)),
    ...checkBuild(service),
    ...checkResources(service),
    ...findEnvironmentFiles(service).flatMap((file) => checkEnvironment(service, file)),
  ];
}
