import { deliverEventStreams, eventsProduct } from './events';
import { iamProduct } from './iam/iamProduct';
import type { AdminRoute } from './admin/adminRoute';
import type { IdentityDirectory } from './iam/identities';
import type { KernelContext } from './kernel/context';
import type { Product } from './kernel/route';
import type { ProductOptions } from './localTwilioOptions';
import type { Pages } from './pages/answerPages';
import { syncProduct, type SyncProduct } from './sync';
import { createEventBridge } from './taskrouter/bridge';
import { deliverWorkspaceCallbacks } from './taskrouter/callbacks';
import { createTaskRouterEngine, type TaskRouterEngine } from './taskrouter/engine';
import { taskRouterProduct } from './taskrouter/rest';

/** Twilio's products over one kernel. */
export interface Composition {
  readonly engine: TaskRouterEngine;
  readonly sync: SyncProduct;
  readonly products: readonly Product[];
  readonly admin: readonly AdminRoute[];
  readonly pages: Pages;
  stop(): void;
}

/** Puts the products together: one TaskRouter engine behind REST, the event bridge, callbacks and Event Streams. */
export function composeProducts(
  context: KernelContext,
  identities: IdentityDirectory,
  options: ProductOptions,
): Composition {
  const { accountSid, clock, random } = context;
  const engine = createTaskRouterEngine({ accountSid, clock, random, ...options.engine });
  const sync = syncProduct(context, options.sync);
  const events = eventsProduct(context, options.events);
  const products: readonly Product[] = [
    iamProduct(context, identities),
    taskRouterProduct(context, engine, options.taskRouter),
    createEventBridge(context, engine, identities, options.bridge),
    sync,
    events,
  ];
  const disconnect = [
    deliverWorkspaceCallbacks(context, engine, options.callbacks),
    deliverEventStreams(context, engine, events),
  ];
  return {
    engine,
    sync,
    products,
    admin: [],
    pages: { console: () => undefined, flex: () => undefined },
    stop() {
      for (const end of disconnect) end();
      for (const product of products) product.stop?.();
    },
  };
}
