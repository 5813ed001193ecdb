import { indexDrop, indexUnsaved } from '../ledger/indexDrop';
import type { Call } from '../recovery/call';
import type { Drop } from '../recovery/drop';
import type { Duty } from '../recovery/duties';
import type { CallEvent } from '../recovery/event';
import { announce } from './announce';
import { clearFlags, markDrop, markEnd } from './marks';
import { endIfAlone } from './endIfAlone';
import { checkLine, findLine } from './line';
import { look } from './look';
import { moveOthers } from './moveOthers';
import { checkPing, closePing, sendPing } from './ping';
import { readyWorker, restoreActivity } from './readyWorker';
import { checkRedirect, redirect } from './redirect';
import type { Reach } from './reach';
import { undoExitFlag } from './undoExitFlag';
import { watchFlags } from './watchFlags';

/** Does one duty in Twilio, and says what came of it or came to light. Throws what has to be tried again. */
export async function carryOut(reach: Reach, duty: Duty, call: Call): Promise<readonly CallEvent[]> {
  if (duty.kind === 'undo_exit_flag') return undoExitFlag(reach, call, duty.callSid);
  if (duty.kind === 'watch_flags') return watchFlags(reach, call);
  if (duty.kind === 'count_unsaved') {
    await indexUnsaved(reach, call);
    return [{ type: 'unsaved_counted' }];
  }
  if (duty.kind === 'end_if_alone') return endIfAlone(reach, call);
  const { drop } = call;
  return drop === undefined ? [] : forDrop(reach, duty.kind, call, drop);
}

type DropDuty = Exclude<Duty['kind'], 'undo_exit_flag' | 'watch_flags' | 'count_unsaved' | 'end_if_alone'>;

async function forDrop(reach: Reach, kind: DropDuty, call: Call, drop: Drop): Promise<readonly CallEvent[]> {
  switch (kind) {
    case 'look':
      return [{ type: 'looked', sight: await look(reach, call, drop) }];
    case 'announce':
      return announce(reach, call);
    case 'send_ping':
      return sendPing(reach, call, drop);
    case 'check_ping':
      return checkPing(reach, drop);
    case 'close_ping':
      await closePing(reach, drop);
      break;
    case 'mark_drop':
      await markDrop(reach, call, drop);
      break;
    case 'mark_end':
      await markEnd(reach, call, drop);
      break;
    case 'ready_worker':
      return [await readyWorker(reach, drop)];
    case 'redirect':
      return redirect(reach, call, drop);
    case 'check_redirect':
      return checkRedirect(reach, call, drop);
    case 'find_line':
      return findLine(reach, call, drop);
    case 'check_line':
      return checkLine(reach, drop);
    case 'free_reservation':
      if (drop.reservationSid !== undefined) {
        await reach.taskRouter.completeReservation(call.taskSid, drop.reservationSid);
      }
      break;
    case 'clear_flags':
      await clearFlags(reach, drop);
      break;
    case 'move_others':
      await moveOthers(reach, call, drop);
      break;
    case 'restore_activity':
      await restoreActivity(reach, drop);
      break;
    case 'index_open':
    case 'index_end':
      await indexDrop(reach, call, drop);
      break;
  }
  return [{ type: 'did', what: kind }];
}
