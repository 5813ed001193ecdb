import type { IdentityDirectory } from '../../../iam/identities';
import type { Clock } from '../../../kernel/clock';
import type { TaskRouterEngine } from '../../engine/engine';
import type { TaskRouterEvent } from '../../engine/events';
import { endSocket, sendFrame, type Session } from '../session/session';
import type { SessionRegistry } from '../session/sessionRegistry';
import { writeFrame, type Frame, type FrameFeed } from './frame';
import { framesOf } from './framesOf';

export interface FrameDelivery {
  readonly engine: TaskRouterEngine;
  readonly clock: Clock;
  readonly identities: IdentityDirectory;
  readonly registry: SessionRegistry<Session>;
  readonly feeds: readonly FrameFeed[];
}

/**
 * Sends what the engine tells to the workers concerned, in order, until the returned function is called. Frames leave
 * after the current call stack, so the answer to the call that caused them is on its way first: the SDK (2.1.1)
 * waits in steps of half a second when a transfer's event overtakes the answer that creates the transfer.
 */
export function deliverFrames({ engine, clock, identities, registry, feeds }: FrameDelivery): () => void {
  const source = {
    accountSid: engine.accountSid,
    reservationsOf: (workspaceSid: string, taskSid: string) =>
      engine.workspaces.find(workspaceSid) ? engine.workspace(workspaceSid).reservations.ofTask(taskSid) : [],
    isListening: (workerSid: string) => registry.of(workerSid).length > 0,
  };

  const send = (workerSid: string, frame: string): void => {
    for (const session of registry.of(workerSid)) {
      if (identities.find(session.identity.token)?.revoked) endSocket(session.socket, 'revoked');
      else sendFrame(session, frame);
    }
  };

  const endDeleted = (event: TaskRouterEvent): void => {
    if (event.type !== 'worker.deleted') return;
    for (const session of registry.of(event.worker.sid)) endSocket(session.socket, 'noWorker');
  };

  const sendSoon = (frames: readonly Frame[]): void => {
    if (frames.length === 0) return;
    clock.schedule(0, () => {
      for (const frame of frames) send(frame.workerSid, writeFrame(frame));
    });
  };

  const stop = [
    engine.on((event) => {
      endDeleted(event);
      sendSoon(framesOf(source, event));
    }),
    ...feeds.map((feed) =>
      feed((frame) => {
        sendSoon([frame]);
      }),
    ),
  ];
  return () => {
    for (const end of stop) end();
  };
}
