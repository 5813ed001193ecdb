import type { ControllableClock } from '../kernel/clock';
import { InvalidInput, readFields, readNumber } from '../kernel/jsonFields';
import { ok, type AdminRoute } from './adminRoute';

const MAX_ADVANCE_MS = 366 * 24 * 60 * 60 * 1000;

/** Time: POST `{advanceMs}` moves it and answers when all that fell due has run, `{mode}` stops or starts it. */
export function clockRoutes(clock: ControllableClock): readonly AdminRoute[] {
  const show = (): { now: string; nowMs: number; mode: string } => {
    const nowMs = clock.now();
    return { now: new Date(nowMs).toISOString(), nowMs, mode: clock.mode };
  };
  return [
    { method: 'GET', pattern: '/_emulator/clock', handle: () => ok(show()) },
    {
      method: 'POST',
      pattern: '/_emulator/clock',
      handle: async ({ json }) => {
        const fields = readFields(json, 'The body', ['advanceMs', 'mode']);
        const { mode, advanceMs } = fields;
        if (mode !== undefined && mode !== 'running' && mode !== 'paused') {
          throw new InvalidInput('mode must be running or paused');
        }
        const ms = advanceMs === undefined ? undefined : readNumber(fields, 'advanceMs', 0, MAX_ADVANCE_MS);
        if (mode === 'paused') clock.pause();
        if (ms !== undefined) await clock.advance(ms);
        if (mode === 'running') clock.resume();
        return ok(show());
      },
    },
  ];
}
