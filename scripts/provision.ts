import { createInterface } from 'node:readline/promises';
import twilio from 'twilio';
import { sleepReally } from '@patchbay/shared';
import { CALL_TIMEOUT_MS } from './provision/account/callTwilio';
import { findWorkspace } from './provision/account/findWorkspace';
import { chooseInstallation } from './provision/command/chooseInstallation';
import { remarksOn } from './provision/command/remarksOn';
import { readCredentials } from './provision/command/readCredentials';
import { readOptions, USAGE } from './provision/command/readOptions';
import { EXIT, runProvision } from './provision/command/runProvision';
import {
  missingSecrets,
  readRootEnvironment,
  readServiceEnvironment,
  writeServiceEnvironment,
} from './provision/environment/serviceEnvironment';

/** `npm run provision -- plan | apply | destroy | status`: what the services need in a Twilio account. */
async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    console.log(USAGE);
    return EXIT.done;
  }
  const environment = { ...readRootEnvironment(), ...process.env };
  const { accountSid, username, password } = readCredentials(environment);
  const client = twilio(username, password, { accountSid, timeout: CALL_TIMEOUT_MS });
  // Secrets first: a sink whose password was lost in a crash would be one nobody can open.
  if (options.command === 'apply' && options.writeEnvironment) {
    for (const service of options.services) writeServiceEnvironment(service, missingSecrets(service));
  }
  const environments = {
    'attribution-transfer': { ...readServiceEnvironment('attribution-transfer'), ...process.env },
    'disconnect-recovery': { ...readServiceEnvironment('disconnect-recovery'), ...process.env },
  };
  const undoing = options.command === 'destroy' || options.command === 'status';
  const installation = undoing ? { entrances: [] } : chooseInstallation(options, environments);
  for (const remark of remarksOn(installation)) console.log(remark);
  const workspaceSid = await findWorkspace(client, sleepReally, environment['WORKSPACE_SID']);
  return runProvision(options.command, {
    account: { client, workspaceSid, sleep: sleepReally },
    installation,
    syncServiceSid: environment['SYNC_SERVICE_SID'],
    yes: options.yes,
    writeValues: options.writeEnvironment ? writeServiceEnvironment : undefined,
    terminal: {
      print: (line) => {
        console.log(line);
      },
      ...(process.stdin.isTTY && { ask: askOnTerminal }),
    },
  });
}

async function askOnTerminal(question: string): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = EXIT.failed;
  },
);
