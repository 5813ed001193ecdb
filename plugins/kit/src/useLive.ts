import { useEffect, useState } from 'react';

/** Something that changes and tells so. */
export interface Live {
  /** Told after every change; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** Draws anew after every change of what it is given, and gives what `look` sees at the moment. */
export function useLive<Seen>(live: Live, look: () => Seen): Seen {
  const [, draw] = useState(0);
  const seen = look();
  useEffect(() => {
    const redraw = () => {
      draw((count) => count + 1);
    };
    // It may have changed between the drawing and now.
    if (look() !== seen) redraw();
    return live.subscribe(redraw);
  }, [live]);
  return seen;
}
