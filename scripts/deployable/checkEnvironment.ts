import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles } from '../services/listFiles';
import type { Service } from '../services/service';
import type { Finding } from './finding';
import { readEnvironment } from './readEnvironment';

/** The context (variables and metadata) may have 3 kB as JSON, error 82006; the rest is for Twilio's own entries. */
const MOST_BYTES = 2_800;
/** Every line of the file becomes a Variable in the cloud: these belong to one machine, or to Twilio. */
const NEVER_DEPLOYED = /^(NODE_OPTIONS|TWILIO_EMULATOR_.*|DOMAIN_NAME|SERVICE_SID|ENVIRONMENT_SID|PATH)$/;
const SECRET = /(TOKEN|SECRET|PASSWORD|AUTH|PRIVATE_KEY)$/;
/** Shorter values would be found by chance. */
const SHORTEST_SECRET = 8;

/** Every env file of a service that could be given to a deployment; .env.example and .env.local never are. */
export function findEnvironmentFiles(service: Service): string[] {
  return readdirSync(service.dir).filter((file) => /^\.env(\.(?!example$|local$)[^/]+)?$/.test(file));
}

/** What is wrong with one env file, and whether a secret of it was built into what is uploaded. Never shows a value. */
export function checkEnvironment(service: Service, envFile: string): Finding[] {
  const where = `serverless/${service.name}/${envFile}`;
  const values = readEnvironment(readFileSync(path.join(service.dir, envFile), 'utf8'));
  const deployed = Object.entries(values).filter(([, value]) => value !== '');
  const findings: Finding[] = [];

  for (const [name] of deployed) {
    if (!NEVER_DEPLOYED.test(name)) continue;
    const problem = `${where} sets ${name}: it would be deployed as a variable.`;
    findings.push({ problem, mend: `Remove the line from ${where}; local values belong in .env.local` });
  }
  const bytes = Buffer.byteLength(JSON.stringify(Object.fromEntries(deployed)));
  if (bytes > MOST_BYTES) {
    findings.push({
      problem: `${where} makes ${bytes} bytes of context, Twilio refuses above 3 kB (error 82006).`,
      mend: `Shorten the values to ${MOST_BYTES} bytes together, or move data into a private asset`,
    });
  }
  for (const file of findLeaks(service, deployed)) {
    findings.push({
      problem: `serverless/${service.name}/${file.path} contains the value of ${file.name}.`,
      mend: `Read context.${file.name} instead of writing its value into the code, then change the secret`,
    });
  }
  return findings;
}

function findLeaks(service: Service, deployed: [string, string][]): { path: string; name: string }[] {
  const secrets = deployed.filter(([name, value]) => SECRET.test(name) && value.length >= SHORTEST_SECRET);
  return listFiles(path.join(service.dir, 'dist')).flatMap((file) => {
    const text = readFileSync(path.join(service.dir, 'dist', file), 'utf8');
    return secrets
      .filter(([, value]) => text.includes(value))
      .map(([name]) => ({ path: `dist/${file}`, name }));
  });
}
