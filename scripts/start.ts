import { repositoryRoot as root } from './services/repositoryRoot';
import { requirePortsFree } from './stack/requirePortsFree';
import { startStack } from './stack/startStack';
import { stopInReverse, type Lifetime } from './stack/stopInReverse';
import { stopOnSignals } from './stack/stopOnSignals';
import { buildEverything } from './start/buildEverything';
import { followChanges } from './start/followChanges';
import { listAddresses } from './start/listAddresses';
import { offerCall } from './start/offerCall';
import { readStartOptions, type StartOptions } from './start/readStartOptions';
import { tellStory } from './start/tellStory';
import { centre, services as stackServices } from './story/centre';
import { flexOf } from './story/flex';

/** Runs until the story is told (`--once`), or for as long as the local Twilio does. */
async function run({ ports, story, once, paceMs }: StartOptions, lifetime: Lifetime): Promise<void> {
  // Before a build, which may take a minute.
  await requirePortsFree(ports, stackServices);
  // The story's pages are Twilio's worker SDK: whoever wants that only needs no plugin and no Flex UI.
  const built = await buildEverything(root, { withFlex: !once, lifetime, output: console });
  const stack = await startStack({
    ...{ root, scenario: centre, services: stackServices, ports, lifetime },
    ...(once ? {} : { flex: flexOf(built.plugins) }),
  });
  for (const line of listAddresses(stack, process.cwd())) console.log(line);
  if (story) {
    const held = await tellStory(stack, paceMs);
    if (once) {
      process.exitCode = held ? 0 : 1;
      return;
    }
    await offerCall(stack);
  }
  const stopFollowing = followChanges(stack, {
    ...built,
    ...built.building,
    error: (line) => {
      console.error(line);
    },
  });
  lifetime.add(() => {
    stopFollowing();
    return Promise.resolve();
  });
  console.log('\nReady. What you save is rebuilt. Ctrl-C stops it.');
  throw new Error(`The local Twilio ended (${await stack.twilio.ended}).`);
}

/** `npm start`: the whole contact centre, ready to be opened in a browser; with `--story` or `--once` a story as well. */
async function main(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2));
  const lifetime = stopInReverse();
  const interruption = new AbortController();
  const forget = stopOnSignals(() => {
    interruption.abort();
    return lifetime.stop();
  });
  try {
    await run(options, lifetime);
  } catch (problem) {
    // What was under way when it was interrupted has nothing to tell.
    if (!interruption.signal.aborted) throw problem;
  } finally {
    await lifetime.stop();
    if (!interruption.signal.aborted) forget();
  }
}

main().catch((problem: unknown) => {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 1;
});
