import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildAll } from './bundling/buildAll';
import { findServices } from './services/findServices';
import { repositoryRoot } from './services/repositoryRoot';
import { portOptions, readPorts } from './stack/ports';
import { startStack } from './stack/startStack';
import { stopOnSignals } from './stack/stopOnSignals';
import { centre, services } from './story/centre';
import { curlCommands } from './story/curlCommands';
import { leaveCall } from './story/leaveCall';
import { createNarrator } from './story/narrator';
import { playStory } from './story/playStory';

const USAGE = 'npm start -- [--once] [--pace milliseconds] [--twilio-port N] [--service-port N]';

/** `npm start`: the local Twilio, the services and a story; keeps running unless `--once`. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      once: { type: 'boolean', default: false },
      /** Pause after each line of the story. */
      pace: { type: 'string', default: '1200' },
      ...portOptions,
    },
  });
  if (!/^\d{1,5}$/.test(values.pace)) throw new Error(`--pace must be milliseconds.\n${USAGE}`);
  if (!(await buildAll(findServices(repositoryRoot), { log: () => undefined, error: console.error }))) {
    throw new Error('The services were not built.');
  }

  const stack = await startStack({
    root: repositoryRoot,
    scenario: centre,
    services,
    ports: readPorts(values),
  });
  const forget = stopOnSignals(() => stack.stop());
  console.log(`Local Twilio          ${stack.twilio.origin}`);
  for (const { name, origin } of stack.services) console.log(`${name.padEnd(22)}${origin}`);
  console.log(`SIDs and tokens       ${path.relative(process.cwd(), stack.file)}`);

  const narrator = createNarrator(Number(values.pace), console.log);
  let held = false;
  try {
    held = await playStory(stack, narrator);
  } catch (error) {
    console.error(`\nThe story could not go on: ${messageOf(error)}`);
  }
  const { passed, failed } = narrator.checks;
  console.log(`\n${passed} checks held, ${failed} did not.`);
  if (values.once) {
    await stack.stop();
    forget();
    process.exitCode = held ? 0 : 1;
    return;
  }
  console.log('\nEverything keeps running.');
  try {
    console.log(`Try:\n\n${curlCommands(stack, await leaveCall(stack)).join('\n')}\n`);
  } catch (error) {
    console.error(`There is no call to try commands on: ${messageOf(error)}`);
  }
  console.log('Ctrl-C stops it.');
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
