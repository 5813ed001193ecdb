import type { Service } from '../services/service';
import type { Finding } from './finding';

const EXACT = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/;
const HANDLER = '@twilio/runtime-handler';

/**
 * `dependencies` is sent to Twilio's build as it is written: no lock file, no ranges resolved, no workspaces.
 * `ownPackages` are the names of this repository's packages: a registry could answer for them with a stranger's code.
 */
export function checkDependencies(service: Service, ownPackages: readonly string[]): Finding[] {
  const file = `serverless/${service.name}/package.json`;
  const findings = Object.entries(service.dependencies).flatMap(([name, spec]): Finding[] => {
    if (ownPackages.includes(name)) {
      return [
        {
          problem: `${file} declares our own package ${name} under dependencies: Twilio would install it from the public registry.`,
          mend: `Move ${name} to devDependencies; the build inlines it.`,
        },
      ];
    }
    if (EXACT.test(spec)) return [];
    return [
      {
        problem: `${file} declares ${name} as "${spec}": Twilio needs an exact version from the registry.`,
        mend: `npm install ${name}@<version> --save-exact -w serverless/${service.name}`,
      },
    ];
  });
  if (service.dependencies[HANDLER] === undefined) {
    findings.push({
      problem: `${file} does not declare ${HANDLER} under dependencies: functions would get no request headers.`,
      mend: `npm install ${HANDLER}@2.1.0 --save-exact -w serverless/${service.name}`,
    });
  }
  return findings;
}
