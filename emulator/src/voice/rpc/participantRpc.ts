import type { Identity } from '../../iam/identities';
import type { Clock } from '../../kernel/clock';
import { given } from '../../kernel/given';
import { formOf } from '../../kernel/parameters';
import { pathSid } from '../../kernel/pathSid';
import type { TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { requireSelf } from '../../taskrouter/bridge/authorize';
import { pictureTask } from '../../taskrouter/bridge/pictures';
import type { RpcRoute } from '../../taskrouter/bridge/rpc/rpcRoute';
import { showTask } from '../../taskrouter/bridge/shapes/showTask';
import { changeParticipant } from '../conferences/changeParticipant';
import { joinedIn } from '../conferences/joinedIn';
import { leaveConference } from '../conferences/leaveConference';
import { findLiveConference } from '../conferences/openConference';
import type { Participant } from '../model';
import type { VoiceState } from '../state';

const BELOW_WORKER = '/Workspaces/:workspaceSid/Workers/:workerSid';

/** A participant of a task's live conference. Throws 404/20404. */
function find(
  state: VoiceState,
  request: TwilioRequest,
  taskSid: string,
  matches: (participant: Participant) => boolean,
): Participant {
  const conference = findLiveConference(state, taskSid);
  const found = conference && joinedIn(conference).find(matches);
  if (!found) throw notFound(request.path);
  return found;
}

const isCustomer = ({ role }: Participant): boolean => role?.type === 'customer';

const isWorker =
  (workerSid: string) =>
  ({ role }: Participant): boolean =>
    role?.type === 'worker' && role.workerSid === workerSid;

/** `Hold`, `HoldUrl`, as holding the customer and holding a colleague share them. */
function readHold(request: TwilioRequest) {
  const form = formOf(request);
  return given({ hold: form.flag('Hold'), holdUrl: form.text('HoldUrl') });
}

/**
 * What Flex does to the participants of a call, by the worker SDK's private routes (twilio-taskrouter 2.1.1,
 * `task.updateParticipant`, `task.hold`, `task.kick`, `reservation.updateParticipant`). The SDK reads the answers to
 * the first three as the task.
 */
export function participantRpc(state: VoiceState, clock: Clock): readonly RpcRoute[] {
  const showTaskOf = (request: TwilioRequest, taskSid: string): unknown => {
    const workspace = state.taskRouter.workspace(pathSid(request, 'workspaceSid'));
    return showTask(
      state.context.accountSid,
      pictureTask(workspace, workspace.tasks.get(taskSid), clock.now()),
    );
  };

  const route = (name: string, handle: (request: TwilioRequest) => unknown): RpcRoute => ({
    method: 'POST',
    pattern: `${BELOW_WORKER}/${name}`,
    handle: (request: TwilioRequest, caller: Identity) => {
      requireSelf(caller, pathSid(request, 'workerSid'));
      return handle(request);
    },
  });

  return [
    route('CustomerParticipant', (request) => {
      const taskSid = formOf(request).requiredText('TaskSid');
      changeParticipant(state, find(state, request, taskSid, isCustomer), readHold(request));
      return showTaskOf(request, taskSid);
    }),
    route('HoldWorkerParticipant', (request) => {
      const form = formOf(request);
      const taskSid = form.requiredText('TaskSid');
      const worker = find(state, request, taskSid, isWorker(form.requiredText('TargetWorkerSid')));
      changeParticipant(state, worker, readHold(request));
      return showTaskOf(request, taskSid);
    }),
    route('KickWorkerParticipant', (request) => {
      const form = formOf(request);
      const taskSid = form.requiredText('TaskSid');
      const worker = find(state, request, taskSid, isWorker(form.requiredText('TargetWorkerSid')));
      leaveConference(state, worker, 'kicked');
      return showTaskOf(request, taskSid);
    }),
    route('WorkerParticipant', (request) => {
      const form = formOf(request);
      const leg = state.legs.get(form.requiredText('ReservationSid'));
      if (leg?.workerSid !== pathSid(request, 'workerSid') || !leg.participant?.hasJoined) {
        throw notFound(request.path);
      }
      changeParticipant(
        state,
        leg.participant,
        given({
          endConferenceOnExit: form.flag('EndConferenceOnExit'),
          muted: form.flag('Mute'),
          beepOnExit: form.flag('BeepOnExit'),
        }),
      );
      return {};
    }),
  ];
}
