import { createAdminAnswerer } from './admin/answerAdmin';
import { clockRoutes } from './admin/clockRoutes';
import { createSyncService } from './admin/createSyncService';
import { eventRoutes } from './admin/eventRoutes';
import { createEventLog } from './admin/events/eventLog';
import { executionRoutes } from './admin/executionRoutes';
import { faultRoutes } from './admin/faultRoutes';
import { healthRoutes } from './admin/healthRoutes';
import { identityRoutes } from './admin/identityRoutes';
import { journalRoutes } from './admin/journalRoutes';
import { networkRoutes } from './admin/networkRoutes';
import { publicHostRoutes } from './admin/publicHostRoutes';
import type { Scenario, SeededScenario } from './admin/scenario/model';
import { seedScenario, type ScenarioTarget } from './admin/scenario/seedScenario';
import { scenarioRoutes } from './admin/scenarioRoutes';
import { strikeRoutes } from './admin/strikeRoutes';
import { composeProducts } from './composeProducts';
import { overviewRoutes } from './console';
import type { Conversations } from './conversations';
import type { Insights } from './gooddata';
import { createTokenCheck } from './iam/checkToken';
import { createIdentityDirectory, type IdentityDirectory } from './iam/identities';
import type { Flex } from './flex';
import { basicAuthorization } from './kernel/basicAuth';
import type { ControllableClock } from './kernel/clock';
import type { KernelContext } from './kernel/context';
import { createDispatch } from './kernel/dispatch';
import { createFaultPlan, type FaultPlan } from './kernel/faults/faultPlan';
import type { Journal } from './kernel/journal';
import { createNetworks, type Networks } from './kernel/networks';
import { seededRandom, type Random } from './kernel/random';
import { createJournal } from './kernel/ringJournal';
import { startServer } from './kernel/server';
import { createVirtualClock } from './kernel/virtualClock';
import { createWebhookSender } from './kernel/webhooks/createWebhookSender';
import { createPublicHosts, type PublicHosts } from './kernel/webhooks/publicHosts';
import type { LocalTwilioOptions } from './localTwilioOptions';
import { createPageAnswerer } from './pages/answerPages';
import type { SyncProduct } from './sync';
import type { TaskRouterEngine } from './taskrouter/engine';
import type { Voice } from './voice';

/** A running local Twilio. */
export interface LocalTwilio {
  /** e.g. `http://127.0.0.1:4010`. */
  readonly origin: string;
  readonly accountSid: string;
  readonly authToken: string;
  readonly clock: ControllableClock;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  readonly networks: Networks;
  readonly publicHosts: PublicHosts;
  readonly identities: IdentityDirectory;
  readonly engine: TaskRouterEngine;
  readonly sync: SyncProduct;
  /** The local Flex: which pages there are, with which plugins. */
  readonly flex: Flex;
  /** Calls, and what the account's numbers do with them. */
  readonly voice: Pick<Voice, 'calls' | 'numbers'>;
  readonly conversations: Pick<Conversations, 'engine' | 'serviceSid'>;
  /** Flex Insights: the historical reports. */
  readonly insights: Insights;
  /** Sets up a contact centre by names; resolves with its SIDs and tokens. Rejects with what Twilio refuses. */
  seed(scenario: Scenario): Promise<SeededScenario>;
  /** Cuts every connection, drops every timer; resolves when the port is free. */
  stop(): Promise<void>;
}

/** Starts a local Twilio on loopback. Rejects with EADDRINUSE when the port is taken. */
export async function createLocalTwilio(options: LocalTwilioOptions = {}): Promise<LocalTwilio> {
  const seed = options.seed ?? 1;
  const random = seededRandom(seed);
  // Streams of their own, so that the number of requests or deliveries doesn't change the SIDs of resources.
  const stream = (index: number): Random => seededRandom(seed + index * 0x9e3779b9);
  const accountSid = options.accountSid ?? random.sid('AC');
  const authToken = options.authToken ?? random.sid('');
  const clock = createVirtualClock(options);
  const journal = createJournal(clock);
  const faults = createFaultPlan(stream(1));
  const networks = createNetworks();
  const publicHosts = createPublicHosts();
  const webhooks = createWebhookSender({ authToken, clock, random: stream(2), faults, journal, publicHosts });
  const context: KernelContext = { accountSid, authToken, clock, random, webhooks };
  const identities = createIdentityDirectory(clock, stream(3));
  const composition = composeProducts(context, identities, options, { faults, journal });
  const { engine, sync, flex, voice, conversations, insights, products } = composition;
  const dispatch = createDispatch(products, accountSid, authToken, createTokenCheck(identities, clock));
  const scenarioTarget: ScenarioTarget = {
    engine,
    identities,
    numbers: voice.numbers,
    insights,
    createSyncService: (name) => createSyncService(dispatch, name, basicAuthorization(accountSid, authToken)),
  };
  const stopAll = (): void => {
    composition.stop();
    webhooks.stop();
    clock.stop();
  };
  const server = await startServer({
    port: options.port ?? 0,
    dispatch,
    clock,
    faults,
    journal,
    networks,
    requestIds: stream(4),
    admin: createAdminAnswerer([
      ...healthRoutes(accountSid, clock, products),
      ...journalRoutes(journal),
      ...eventRoutes(createEventLog(engine)),
      ...faultRoutes(faults),
      ...networkRoutes(networks),
      ...strikeRoutes(faults, networks),
      ...executionRoutes(journal),
      ...overviewRoutes({ clock, engine, faults, identities, networks, publicHosts }),
      ...clockRoutes(clock),
      ...identityRoutes(identities),
      ...publicHostRoutes(publicHosts),
      ...scenarioRoutes(scenarioTarget),
      ...composition.admin,
    ]),
    page: createPageAnswerer(composition.pages),
  }).catch((error: unknown) => {
    stopAll();
    throw error;
  });

  return {
    origin: server.origin,
    accountSid,
    authToken,
    clock,
    journal,
    faults,
    networks,
    publicHosts,
    identities,
    engine,
    sync,
    flex,
    voice,
    conversations,
    insights,
    seed: (scenario) => seedScenario(scenarioTarget, scenario),
    async stop() {
      stopAll();
      await server.stop();
    },
  };
}
