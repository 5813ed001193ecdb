import type { LocalTwilioOptions } from '@patchbay/emulator';
import { loadAttempt } from '../../src/attempts/storedAttempt';
import { actionsOn } from './actions';
import { startCentre, type Centre } from './centre';
import { startEventSink, type EventSink } from './eventSink';
import { portsOf } from './ports';
import { answerCall, type Call } from './scene';

/** Carol has a call, and the events of TaskRouter wait to be let through. */
export interface OpenScene {
  readonly centre: Centre;
  readonly sink: EventSink;
  readonly call: Call;
  /** What the pages of A and B ask of the service. */
  readonly on: ReturnType<typeof actionsOn>;
  /** The attempt as it is stored now, with its version. */
  stored(): ReturnType<typeof loadAttempt>;
  close(): Promise<void>;
}

export async function openScene(options: LocalTwilioOptions = {}): Promise<OpenScene> {
  const centre = await startCentre(options);
  const sink = await startEventSink(centre);
  const call = await answerCall(centre, 'carol');
  return {
    centre,
    sink,
    call,
    on: actionsOn(centre, call),
    stored: () => loadAttempt(portsOf(centre), call.taskSid),
    async close() {
      await sink.stop();
      await centre.stop();
    },
  };
}
