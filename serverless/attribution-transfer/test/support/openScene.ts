import type { LocalTwilioOptions } from '@patchbay/emulator';
import type { Twilio } from 'twilio';
import type { Attempt } from '../../src/attempt/attempt';
import { loadAttempt } from '../../src/attempts/storedAttempt';
import { actionsOn } from './actions';
import { startCentre, type Centre } from './centre';
import { startEventSink, type EventSink } from './eventSink';
import { portsOf } from './ports';
import { answerCall, type Call } from './scene';

type TaskContext = ReturnType<ReturnType<Twilio['taskrouter']['v1']['workspaces']>['tasks']>;

/** Carol has a call, and the events of TaskRouter wait to be let through. */
export interface OpenScene {
  readonly centre: Centre;
  readonly sink: EventSink;
  readonly call: Call;
  /** What the pages of A and B ask of the service. */
  readonly on: ReturnType<typeof actionsOn>;
  /** The attempt as it is stored now, with its version. */
  stored(): ReturnType<typeof loadAttempt>;
  recorded(): Promise<Attempt | undefined>;
  /** The call's task at TaskRouter. */
  original(): TaskContext;
  close(): Promise<void>;
}

export async function openScene(options: LocalTwilioOptions = {}): Promise<OpenScene> {
  const centre = await startCentre(options);
  const sink = await startEventSink(centre);
  const call = await answerCall(centre, 'carol');
  const stored = () => loadAttempt(portsOf(centre), call.taskSid);
  return {
    centre,
    sink,
    call,
    on: actionsOn(centre, call),
    stored,
    recorded: async () => (await stored())?.value,
    original: () => centre.client.taskrouter.v1.workspaces(centre.sids.workspaceSid).tasks(call.taskSid),
    async close() {
      await sink.stop();
      await centre.stop();
    },
  };
}

/** A fresh scene for each test of a suite, closed after it. */
export function stageScene(): Omit<OpenScene, 'close'> {
  let scene: OpenScene | undefined;
  beforeEach(async () => {
    scene = await openScene();
  });
  afterEach(() => scene?.close());
  const current = (): OpenScene => {
    if (scene === undefined) throw new Error('The curtain is down');
    return scene;
  };
  return {
    get centre() {
      return current().centre;
    },
    get sink() {
      return current().sink;
    },
    get call() {
      return current().call;
    },
    get on() {
      return current().on;
    },
    stored: () => current().stored(),
    recorded: () => current().recorded(),
    original: () => current().original(),
  };
}
