import { deliverEventStreams, eventsProduct } from './events';
import { createFlex, type Flex } from './flex';
import { iamProduct } from './iam/iamProduct';
import type { AdminRoute } from './admin/adminRoute';
import { createConsolePages } from './console';
import { createConversations, type Conversations } from './conversations';
import type { IdentityDirectory } from './iam/identities';
import type { KernelContext } from './kernel/context';
import type { Product } from './kernel/route';
import { feedLiveQueries } from './insights/feedLiveQueries';
import { publishQueueStatistics } from './insights/statistics/publishQueueStatistics';
import type { ProductOptions } from './localTwilioOptions';
import type { Pages } from './pages/answerPages';
import { createInteractions, type Interactions } from './interactions';
import { createInsights, type LiveQueries } from './insights';
import type { FaultPlan } from './kernel/faults/faultPlan';
import type { Journal } from './kernel/journal';
import { syncProduct, type SyncProduct } from './sync';
import { createEventBridge } from './taskrouter/bridge';
import { joinRoutes } from './taskrouter/bridge/rpc/joinRoutes';
import { deliverWorkspaceCallbacks } from './taskrouter/callbacks';
import { createTaskRouterEngine, type TaskRouterEngine } from './taskrouter/engine';
import { taskRouterProduct } from './taskrouter/rest';
import { createTwilsock } from './twilsock';
import { createVoice, writeAlert, type Voice } from './voice';

/** Twilio's products over one kernel. */
export interface Composition {
  readonly engine: TaskRouterEngine;
  readonly sync: SyncProduct;
  readonly liveQueries: LiveQueries;
  readonly flex: Flex;
  readonly voice: Voice;
  readonly conversations: Conversations;
  readonly interactions: Interactions;
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
  observers: { readonly faults: FaultPlan; readonly journal: Journal },
): Composition {
  const { accountSid, clock, random } = context;
  const engine = createTaskRouterEngine({
    accountSid,
    clock,
    random,
    awaitsAnswer: (instruction, task) => voice.awaitsAnswer(instruction, task),
    ...options.engine,
  });
  const insights = createInsights(context);
  const sync = syncProduct(context, options.sync, [insights.source]);
  const events = eventsProduct(context, options.events);
  const conversations = createConversations(context, sync.space('ip_messaging'));
  const interactions = createInteractions(context, {
    engine,
    conversations: conversations.engine,
    identities,
  });
  const voice = createVoice({
    context,
    engine,
    identities,
    space: sync.space('flex_insights'),
    alert: writeAlert(observers.journal),
    options: options.voice,
  });
  const flex = createFlex(
    context,
    engine,
    identities,
    {
      chatServiceSid: sync.space('ip_messaging').serviceSid,
      flexServiceSid: sync.space('flex_insights').serviceSid,
    },
    options.flex,
  );
  const products: readonly Product[] = [
    iamProduct(context, identities),
    taskRouterProduct(context, engine, options.taskRouter),
    createEventBridge(context, engine, identities, {
      ...options.bridge,
      feeds: [voice.feed, interactions.feed, ...(options.bridge?.feeds ?? [])],
      routes: [...joinRoutes([...interactions.rpc, ...voice.rpc]), ...(options.bridge?.routes ?? [])],
    }),
    sync,
    events,
    ...flex.products,
    ...voice.products,
    conversations,
    interactions,
    createTwilsock(
      context,
      identities,
      conversations.watch([...sync.tunnel, ...insights.tunnel, ...conversations.tunnel]),
      observers,
    ),
  ];
  const disconnect = [
    deliverWorkspaceCallbacks(context, engine, options.callbacks),
    deliverEventStreams(context, engine, events),
    feedLiveQueries(engine, insights.queries),
    publishQueueStatistics(engine, clock, sync.space('flex_insights')),
  ];
  return {
    engine,
    sync,
    liveQueries: insights.queries,
    flex,
    voice,
    conversations,
    interactions,
    products,
    admin: [...flex.admin, ...voice.admin, ...interactions.admin],
    pages: { console: createConsolePages(), flex: flex.pages },
    stop() {
      for (const end of disconnect) end();
      for (const product of products) product.stop?.();
    },
  };
}
