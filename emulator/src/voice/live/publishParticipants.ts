import type { SyncSpace } from '../../sync/space';
import type { TaskRouterEvent } from '../../taskrouter/engine/events';
import type { Clock } from '../../kernel/clock';
import type { VoiceEvent, VoiceListener } from '../events';
import type { Participant } from '../model';

/** How long a finished call's map stays, so that a page that still shows it finds it. */
const KEPT_MS = 10 * 60_000;

/** Flex opens `<task SID>.CS` and shows an error when it isn't there (`ConferenceListener` of flex-ui 2.17.1). */
const mapName = (taskSid: string): string => `${taskSid}.CS`;

/** The key beside the call SIDs that holds the conference's own state. */
const CONFERENCE = 'conf_status';

const show = (participant: Participant, status: 'joined' | 'left') => ({
  participant_type: participant.role?.type ?? 'unknown',
  status,
  hold: participant.hold,
  muted: participant.muted,
  end_conference_on_exit: participant.endConferenceOnExit,
  conference_sid: participant.conference.sid,
  connecting: false,
  worker_sid: participant.role && participant.role.type !== 'customer' ? participant.role.workerSid : null,
  reservation_sid: participant.role?.type === 'worker' ? participant.role.reservationSid : null,
});

/** A task's conference carries its SID as its name, whoever takes part. */
const taskOf = ({ conference, role }: Participant): string | undefined =>
  role?.taskSid ?? (conference.friendlyName.startsWith('WT') ? conference.friendlyName : undefined);

/** Keeps the live participants of calls in Sync, where Flex reads them: one map per task of the voice channel. */
export function publishParticipants(
  space: SyncSpace,
  clock: Clock,
): { readonly onVoice: VoiceListener; readonly onTaskRouter: (event: TaskRouterEvent) => void } {
  const open = new Set<string>();

  const openMap = (taskSid: string): void => {
    open.add(taskSid);
    space.map(mapName(taskSid));
  };

  const removeMap = (taskSid: string): void => {
    if (open.delete(taskSid)) space.map(mapName(taskSid)).remove();
  };

  const put = (participant: Participant, status: 'joined' | 'left'): void => {
    const taskSid = taskOf(participant);
    if (taskSid === undefined || !open.has(taskSid)) return;
    space.map(mapName(taskSid)).set(participant.call.sid, show(participant, status));
  };

  const putStatus = ({
    conference,
  }: Extract<VoiceEvent, { type: 'conference-started' | 'conference-ended' }>): void => {
    if (!open.has(conference.friendlyName)) return;
    space.map(mapName(conference.friendlyName)).set(CONFERENCE, {
      status: conference.status,
      conference_sid: conference.sid,
    });
  };

  return {
    onVoice(event) {
      if (event.type === 'participant-joined' || event.type === 'participant-changed')
        put(event.participant, 'joined');
      else if (event.type === 'participant-left') put(event.participant, 'left');
      else if (event.type === 'conference-started' || event.type === 'conference-ended') putStatus(event);
    },
    onTaskRouter(event) {
      if (event.type === 'task.created' && event.task.taskChannelUniqueName === 'voice')
        openMap(event.task.sid);
      else if (event.type === 'task.deleted' || event.type === 'task.system-deleted')
        removeMap(event.task.sid);
      else if (event.type === 'task.completed' || event.type === 'task.canceled') {
        clock.schedule(KEPT_MS, () => {
          removeMap(event.task.sid);
        });
      }
    },
  };
}
