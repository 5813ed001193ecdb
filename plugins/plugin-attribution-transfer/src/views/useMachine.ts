import { useEffect, useState } from 'react';
import type { Machines } from '@patchbay/plugin-kit';

/** The state of one machine, as it changes. */
export function useMachine<Key, State, Event>(
  machines: Machines<Key, State, Event>,
  key: Key,
): State | undefined {
  const [, draw] = useState(0);
  useEffect(
    () =>
      machines.subscribe(() => {
        draw((count) => count + 1);
      }),
    [machines],
  );
  return machines.get(key);
}
