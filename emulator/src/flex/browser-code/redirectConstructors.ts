import { interceptConstructor } from './intercept';
import { redirect } from './redirect';

const redirectFirst = ([address, ...rest]: readonly unknown[]): readonly unknown[] =>
  typeof address === 'string' || address instanceof URL ? [redirect(address), ...rest] : [address, ...rest];

/** WebSocket, EventSource, workers and `new Audio(…)`; peer connections lose the servers they would be relayed by. */
export function redirectConstructors(): void {
  for (const name of ['WebSocket', 'EventSource', 'Worker', 'SharedWorker']) {
    interceptConstructor(name, redirectFirst);
  }
  // `new Audio(undefined)` would load a file of that name.
  interceptConstructor('Audio', (args) => (args.length === 0 ? args : redirectFirst(args)));
  // STUN and TURN would leave the machine.
  interceptConstructor('RTCPeerConnection', ([configuration, ...rest]) => [
    { ...(typeof configuration === 'object' ? configuration : {}), iceServers: [] },
    ...rest,
  ]);
}
