import { useEffect, useRef, useState } from 'react';

/** What was said about the newest copy, and the way to copy: `done` is said when it worked, `refused` when it did not. */
export function useCopying(
  copy: (text: string) => Promise<void>,
  refused: string,
): readonly [said: string, start: (text: string, done: string) => void] {
  const [said, tell] = useState('');
  const newest = useRef<object>();
  useEffect(
    () => () => {
      newest.current = undefined;
    },
    [],
  );
  const start = (text: string, done: string): void => {
    const own = {};
    newest.current = own;
    // Emptied first, so that a screen reader says the same once more.
    tell('');
    void copy(text).then(
      () => {
        if (newest.current === own) tell(done);
      },
      () => {
        if (newest.current === own) tell(refused);
      },
    );
  };
  return [said, start];
}
