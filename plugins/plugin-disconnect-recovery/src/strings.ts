/**
 * Every text of the plugin, by its key in `manager.strings`: translate or reword it there. `{{names}}` are filled in.
 */
export const strings = {
  // What the agent who dropped sees.
  PatchbayRecoveryTitle: 'Disconnected from customer.',
  PatchbayRecoveryReconnecting: 'Reconnecting you now…',
  PatchbayRecoverySuspended: 'A colleague is on the call, or about to be. One moment…',
  PatchbayRecoveryStay:
    'Please stay on this page. The customer is on the line and hears that you will be back.',
  PatchbayRecoveryWaited: 'For {{time}}',
  PatchbayRecoveryElsewhere: 'The customer is with another agent now, or will be in a moment.',
  PatchbayRecoveryHungUp: 'The customer has hung up.',
  PatchbayRecoveryEnded: 'The call has ended.',
  PatchbayRecoveryUnknown:
    'You could not be reconnected. If the customer is still on the line, another agent takes the call.',
  PatchbayRecoveryClose: 'Close',
  PatchbayRecoveryReconnected: 'Reconnected with customer',
  PatchbayRecoveryNotYet: 'This call is being reconnected; it cannot be completed yet.',

  // The task by which the service asks whether the page is back. Flex itself fills in nothing here.
  PatchbayRecoveryPing: 'Reconnecting…',

  // What supervisors see.
  PatchbayRecoveriesTitle: 'Recoveries',
  PatchbayRecoveriesIntro: 'Calls whose agent dropped off, as they happen.',
  PatchbayRecoveriesToday: 'Today',
  PatchbayRecoveriesDropped: 'Agents dropped',
  PatchbayRecoveriesReconnected: 'Back with the same agent',
  PatchbayRecoveriesTakenOver: 'With another agent',
  PatchbayRecoveriesHungUp: 'Customer hung up',
  PatchbayRecoveriesUnsaved: 'Calls that could not be saved',
  PatchbayRecoveriesMeanReconnect: 'Mean time to reconnect',
  PatchbayRecoveriesMeanAnnouncement: 'Mean time to announcement',
  PatchbayRecoveriesNow: 'In progress',
  PatchbayRecoveriesNobody: 'Nobody is waiting to be reconnected.',
  PatchbayRecoveriesEnded: 'Recently ended',
  PatchbayRecoveriesNoneEnded: 'None today.',
  PatchbayRecoveriesAgent: 'Agent',
  PatchbayRecoveriesWaiting: 'Customer waiting',
  PatchbayRecoveriesPing: 'Ping',
  PatchbayRecoveriesState: 'State',
  PatchbayRecoveriesAt: 'Dropped at',
  PatchbayRecoveriesOutcome: 'Outcome',
  PatchbayRecoveriesTime: 'Time to reconnect',
  PatchbayRecoveriesSomeAgent: 'Unknown',
  PatchbayRecoveriesLoading: 'Loading…',
  PatchbayRecoveriesUnreached: 'The recovery service does not answer. Trying again…',
  PatchbayRecoveriesStale: 'What is shown is from {{time}}.',
  PatchbayRecoveriesRoleMissing: 'Your role in Flex may not see recoveries.',
  PatchbayRecoveriesSessionEnded: 'Your Flex session has ended. Log in to Flex again.',
  PatchbayRecoveriesOff: 'Disconnect recovery is switched off.',

  PatchbayRecoveriesPingNone: 'Not sent yet',
  PatchbayRecoveriesPingSent: 'Sent',
  PatchbayRecoveriesPingAccepted: 'Accepted',
  PatchbayRecoveriesPingExpired: 'Expired',
  PatchbayRecoveriesPingCanceled: 'Canceled',

  PatchbayRecoveriesExamining: 'Being examined',
  PatchbayRecoveriesPinging: 'Waiting for the agent',
  PatchbayRecoveriesSuspended: 'Somebody else is on the call',
  PatchbayRecoveriesMoving: 'On the way to the queue',
  PatchbayRecoveriesQueued: 'In the queue',
  PatchbayRecoveriesPhaseEnded: 'Ended',

  PatchbayRecoveriesWasReconnected: 'Reconnected',
  PatchbayRecoveriesWasTakenOver: 'Taken over by {{agent}}',
  PatchbayRecoveriesWasTakenOverBySomebody: 'Taken over by another agent',
  PatchbayRecoveriesWasHungUp: 'Customer hung up',
  PatchbayRecoveriesWasGraceful: 'Agent had hung up',
  PatchbayRecoveriesWasClosed: 'Call ended',

  // What is wrong with the configuration.
  PatchbayRecoveryUnusable:
    'Calls of agents who drop off are not recovered: the plugin is not configured ({{names}}).',
} as const;

export type StringKey = keyof typeof strings;
