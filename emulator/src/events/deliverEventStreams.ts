import type { KernelContext } from '../kernel/context';
import { forkRandom } from '../kernel/random';
import type { TaskRouterEngine } from '../taskrouter/engine/engine';
import type { EventPublisher } from './eventStreams';
import { streamTypeOf, toStreamEvent } from './toStreamEvent';

/** Connects the engine to Event Streams. Returns the way to disconnect it. */
export function deliverEventStreams(
  { accountSid, random: shared }: KernelContext,
  engine: TaskRouterEngine,
  publisher: EventPublisher,
): () => void {
  const random = forkRandom(shared);
  return engine.on((event) => {
    const type = streamTypeOf(event.type);
    if (type === undefined || !publisher.isWanted(type)) return;
    publisher.publish(toStreamEvent(accountSid, random, type, event));
  });
}
