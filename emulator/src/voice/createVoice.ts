import type { AdminRoute } from '../admin/adminRoute';
import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import type { Product } from '../kernel/route';
import type { SyncSpace } from '../sync/space';
import type { FrameFeed } from '../taskrouter/bridge/frames/frame';
import type { RpcRoute } from '../taskrouter/bridge/rpc/rpcRoute';
import type { TaskRouterEngine } from '../taskrouter/engine';
import type { Instruction, Task } from '../taskrouter/engine/model';
import { customerRoutes } from './admin/customerRoutes';
import { numberRoutes } from './admin/numberRoutes';
import { phoneRoutes } from './admin/phoneRoutes';
import { awaitsAnswer } from './agents/awaitsAnswer';
import { carryOut } from './agents/carryOut';
import { followTaskRouter } from './agents/followTaskRouter';
import { wrapUp } from './agents/wrapUp';
import { createPace } from './calls/createPace';
import { sendCallCallbacks } from './calls/sendCallCallbacks';
import { sendConferenceCallbacks } from './conferences/sendConferenceCallbacks';
import { createVoiceEvents } from './events';
import { interactionRoutes } from './interaction/interactionRoutes';
import { tellWorkers } from './interaction/tellWorkers';
import { createLines } from './lines/createLines';
import { createTelephones } from './lines/telephones';
import { publishParticipants } from './live/publishParticipants';
import type { Call } from './model';
import { createNumbers, type Numbers } from './numbers';
import { readVoiceOptions, type VoiceOptions } from './options';
import { callRoutes } from './rest/callRoutes';
import { conferenceRoutes } from './rest/conferenceRoutes';
import { participantRoutes } from './rest/participantRoutes';
import { queueRoutes } from './rest/queueRoutes';
import { participantRpc } from './rpc/participantRpc';
import { eventGatewayProduct, signallingProduct } from './signalling/signallingProduct';
import { createSoftphones } from './signalling/softphones';
import type { Alert, VoiceState } from './state';

export interface VoiceDependencies {
  readonly context: KernelContext;
  readonly engine: TaskRouterEngine;
  readonly identities: IdentityDirectory;
  /** The Sync Service Flex reads live calls from (`flex_insights`). */
  readonly space: SyncSpace;
  /** What Twilio's debugger would show. */
  readonly alert: Alert;
  readonly options?: VoiceOptions | undefined;
}

/** Calls and conferences: REST, signalling, and what other products are given of them. */
export interface Voice {
  readonly products: readonly Product[];
  /** What Flex asks of the participants of a call over the event bridge. */
  readonly rpc: readonly RpcRoute[];
  /** What workers are told of the calls they are on. */
  readonly feed: FrameFeed;
  readonly admin: readonly AdminRoute[];
  /** The account's numbers. */
  readonly numbers: Numbers;
  /** Every call there is, ended ones too, the oldest first. */
  calls(): readonly Call[];
  /** Whether a reservation with that instruction is accepted only when its worker answers. */
  awaitsAnswer(instruction: Instruction, task: Task): boolean;
}

/** Creates Programmable Voice over a TaskRouter engine: calls without audio, conferences, TwiML, agents' legs. */
export function createVoice({
  context,
  engine,
  identities,
  space,
  alert,
  options = {},
}: VoiceDependencies): Voice {
  const { clock } = context;
  const softphones = createSoftphones();
  const telephones = createTelephones();
  const numbers = createNumbers();
  const events = createVoiceEvents();
  const chosen = readVoiceOptions(options);
  const state: VoiceState = {
    context,
    clock,
    events,
    options: chosen,
    pace: createPace(clock, chosen.callsPerSecond),
    alert,
    lines: createLines(clock, softphones, telephones),
    taskRouter: engine,
    calls: new Map(),
    conferences: new Map(),
    callers: new Map(),
    queueSizes: new Map(),
    legs: new Map(),
  };
  const participants = publishParticipants(space, clock);
  const stop = [
    events.on(sendConferenceCallbacks(state)),
    events.on(sendCallCallbacks(state)),
    events.on(participants.onVoice),
    events.on(wrapUp(state)),
    engine.on(participants.onTaskRouter),
    engine.on((event) => {
      followTaskRouter(state, event);
    }),
    engine.onInstruction((given) => {
      carryOut(state, given);
    }),
  ];
  const signalling = signallingProduct({ state, identities, softphones });
  const rest: Product = {
    name: 'api',
    routes: [
      ...callRoutes(state),
      ...conferenceRoutes(state),
      ...participantRoutes(state),
      ...queueRoutes(state),
    ],
    stop() {
      for (const end of stop) end();
    },
  };
  return {
    products: [rest, signalling, eventGatewayProduct()],
    rpc: [...participantRpc(state, clock), ...interactionRoutes(state)],
    feed: (send) => events.on(tellWorkers(state, send)),
    admin: [...customerRoutes(state, numbers), ...phoneRoutes(state, telephones), ...numberRoutes(numbers)],
    numbers,
    calls: () => [...state.calls.values()],
    awaitsAnswer: (instruction, task) => awaitsAnswer(state, instruction, task),
  };
}
