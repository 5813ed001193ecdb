import type { Installation } from '../describe/installation';

/** What a person should know of that is left out, because something was not said. */
export function remarksOn({ affiliations, recovery, entrances }: Installation): readonly string[] {
  const installed = [
    ...(affiliations === undefined ? [] : ['attribution-transfer']),
    ...(recovery === undefined ? [] : ['disconnect-recovery']),
  ];
  return [
    ...installed
      .filter((name) => !entrances.some(({ service }) => service === name))
      .map(
        (name) =>
          `The events of ${name} are left as they are: say where it is deployed by --domain ${name}=HOST, and its EVENTS_BASIC_AUTH (--write-env makes one).`,
      ),
    ...(recovery?.voiceWorkflows.length === 0
      ? ['No workflow gets "Direct to an Agent": say which ones carry calls by --voice-workflow NAME.']
      : []),
  ];
}
