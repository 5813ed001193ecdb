import type { ChannelType } from './model';

/** Who a channel starts with, besides those who are in its conversation already. */
export interface CustomerInput {
  readonly identity?: string;
  readonly address?: string;
  readonly proxyAddress?: string;
}

export interface ChannelInput {
  readonly type: ChannelType;
  /** `customer`, `api` or `agent`. */
  readonly initiatedBy: string;
  /** An existing conversation; a new one unless given. */
  readonly conversationSid?: string;
  readonly customers: readonly CustomerInput[];
}

/** `routing.properties`: the task an invite becomes. */
export interface RoutingInput {
  readonly workspaceSid: string;
  readonly workflowSid?: string;
  /** Routes to one worker or queue. */
  readonly routingTarget?: string;
  readonly taskChannel?: string;
  readonly priority?: number;
  readonly timeout?: number;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export interface InteractionInput {
  readonly channel: ChannelInput;
  readonly routing?: RoutingInput;
  readonly contextSid?: string;
  readonly webhookTtid?: string;
}

export interface TransferInput {
  readonly instanceSid?: string;
  readonly from: string;
  readonly to: string;
  readonly noteSid?: string;
  readonly summarySid?: string;
}
