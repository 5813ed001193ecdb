import { find, setText } from './element';
import type { Overview } from './overview';
import { timeOf } from './timeOf';

/** The local Twilio's time: it can stand still, and differ from the machine's. */
export function createClockFace(): { show(overview: Pick<Overview, 'nowMs' | 'isPaused'>): void } {
  const face = find('#clock', HTMLElement);
  let shown: { nowMs: number; isPaused: boolean; since: number } | undefined;
  const tick = (): void => {
    if (!shown) return;
    const passed = shown.isPaused ? 0 : performance.now() - shown.since;
    setText(face, `${timeOf(shown.nowMs + passed)}${shown.isPaused ? ' (stopped)' : ''}`);
  };
  setInterval(tick, 1_000);
  return {
    show({ nowMs, isPaused }) {
      shown = { nowMs, isPaused, since: performance.now() };
      tick();
    },
  };
}
