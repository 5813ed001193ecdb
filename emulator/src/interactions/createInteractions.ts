import type { AdminRoute } from '../admin/adminRoute';
import type { ConversationEngine } from '../conversations';
import type { IdentityDirectory } from '../iam/identities';
import type { KernelContext } from '../kernel/context';
import { forkRandom } from '../kernel/random';
import type { Product } from '../kernel/route';
import type { FrameFeed } from '../taskrouter/bridge/frames/frame';
import type { RpcRoute } from '../taskrouter/bridge/rpc/rpcRoute';
import type { TaskRouterEngine } from '../taskrouter/engine';
import { createChats } from './customers/chats';
import { chatRoutes } from './customers/chatRoutes';
import { followTasks } from './engine/followTasks';
import type { InteractionChange, InteractionState } from './engine/state';
import { identityOfWorker } from './identityOfWorker';
import { channelRoutes } from './rest/channelRoutes';
import { interactionRoutes } from './rest/interactionRoutes';
import { inviteRoutes } from './rest/inviteRoutes';
import { participantRoutes } from './rest/participantRoutes';
import { transferRoutes } from './rest/transferRoutes';
import { transferSettingsRoute } from './rest/transferSettingsRoute';
import { interactionRpc } from './rpc/interactionRpc';
import { tellWorkers } from './rpc/tellWorkers';

/** The local Interactions: REST on flex-api, what Flex UI asks over the event bridge, and customers who chat. */
export interface Interactions extends Product {
  readonly rpc: readonly RpcRoute[];
  readonly feed: FrameFeed;
  readonly admin: readonly AdminRoute[];
  stop(): void;
}

export interface InteractionDependencies {
  readonly engine: TaskRouterEngine;
  readonly conversations: ConversationEngine;
  readonly identities: IdentityDirectory;
}

export function createInteractions(
  context: KernelContext,
  { engine, conversations, identities }: InteractionDependencies,
): Interactions {
  const listeners = new Set<(change: InteractionChange) => void>();
  const state: InteractionState = {
    clock: context.clock,
    random: forkRandom(context.random),
    taskRouter: engine,
    conversations,
    identityOf: identityOfWorker(identities, engine),
    interactions: new Map(),
    byTask: new Map(),
    tell: (change) => {
      for (const listener of listeners) listener(change);
    },
  };

  return {
    name: 'flex-api',
    routes: [
      ...interactionRoutes(state),
      ...channelRoutes(state),
      ...inviteRoutes(state),
      ...participantRoutes(state),
      ...transferRoutes(state),
      transferSettingsRoute,
    ],
    rpc: interactionRpc(state),
    feed(send) {
      const listener = tellWorkers(send);
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    admin: chatRoutes(createChats(state)),
    stop: followTasks(state),
  };
}
