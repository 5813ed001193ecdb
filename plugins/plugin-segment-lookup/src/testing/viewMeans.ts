import { act } from '@testing-library/react';
import { createSpeech, runMachines } from '@patchbay/plugin-kit';
import type { Lookups, Place } from '../lookup/createLookups';
import type { LookupCommand, LookupEvent } from '../lookup/event';
import { isRunning, type Lookup } from '../lookup/lookup';
import { transition } from '../lookup/transition';
import { strings } from '../strings';
import type { ViewMeans } from '../views/views';

/** When everything happens in tests of views. */
export const NOON = Date.parse('2026-03-02T12:00:00Z');

/** What a view needs, over the real rules, whose commands are noted and not carried out. */
export function viewMeans() {
  const commands: LookupCommand[] = [];
  const copied: string[] = [];
  const clipboard = { refuses: false };
  const lookups: Lookups = runMachines<Place, Lookup, LookupEvent, LookupCommand>({
    transition,
    carryOut: (_, command) => commands.push(command),
    isOver: (lookup) => !isRunning(lookup),
  });
  const means: ViewMeans = {
    lookups,
    say: createSpeech({ strings: {} }, strings),
    now: () => Date.now(),
    copy: (text) => {
      if (clipboard.refuses) return Promise.reject(new DOMException('', 'NotAllowedError'));
      copied.push(text);
      return Promise.resolve();
    },
  };
  const dispatch = (place: Place, event: LookupEvent): void => {
    act(() => {
      lookups.dispatch(place, event);
    });
  };
  /** The SIDs that were asked for. */
  const asked = () => commands.flatMap((command) => (command.kind === 'ask' ? [command.taskSid] : []));
  return { means, lookups, commands, copied, clipboard, dispatch, asked };
}
