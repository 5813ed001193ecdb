import { given } from '../kernel/given';
import { isObject } from '../kernel/isObject';
import { invalid, TwilioError } from '../kernel/twilioError';
import type {
  ChannelInput,
  CustomerInput,
  InteractionInput,
  RoutingInput,
  TransferInput,
} from './engine/inputs';
import { CHANNEL_TYPES, type ChannelType } from './engine/model';
import type { TaskEnd } from './engine/endTask';
import type { FieldReader } from './readFields';

function readChannelType(type: string): ChannelType {
  const found = CHANNEL_TYPES.find((known) => known === type);
  if (found) return found;
  if (type === 'email' || type === 'voice') {
    throw new TwilioError(501, 20501, `The local Twilio has no interactions of type ${type}`);
  }
  throw invalid(`Channel.type ${type} is not valid`);
}

const readCustomer = (fields: FieldReader): CustomerInput =>
  given({
    identity: fields.text('identity'),
    address: fields.text('address'),
    proxyAddress: fields.text('proxy_address'),
  });

function readChannel(fields: FieldReader): ChannelInput {
  return {
    type: readChannelType(fields.requiredText('type')),
    initiatedBy: fields.requiredText('initiated_by'),
    customers: fields.list('participants').map(readCustomer),
    ...given({ conversationSid: fields.object('properties')?.text('media_channel_sid') }),
  };
}

/**
 * `Routing`: `{properties: {workspace_sid, workflow_sid | queue_sid | worker_sid | routing_target, attributes, …}}`.
 * An agent who starts an interaction himself is its worker.
 */
export function readRouting(routing: FieldReader): RoutingInput {
  const properties = routing.object('properties');
  if (!properties) throw invalid('Routing.properties is required');
  const attributes = properties.object('attributes')?.all ?? {};
  return {
    workspaceSid: properties.requiredText('workspace_sid'),
    attributes: isObject(attributes) ? attributes : {},
    ...given({
      workflowSid: properties.text('workflow_sid'),
      routingTarget:
        properties.text('routing_target') ?? properties.text('worker_sid') ?? properties.text('queue_sid'),
      taskChannel: properties.text('task_channel_unique_name'),
      priority: properties.integer('priority'),
      timeout: properties.integer('timeout'),
    }),
  };
}

/** What creates an interaction; an empty `Routing` invites nobody. */
export function readInteraction(fields: FieldReader): InteractionInput {
  const channel = fields.object('channel');
  if (!channel) throw invalid('Missing required parameter Channel in the post body');
  const routing = fields.object('routing');
  return {
    channel: readChannel(channel),
    ...(routing && Object.keys(routing.all).length > 0 ? { routing: readRouting(routing) } : {}),
    ...given({
      contextSid: fields.text('interaction_context_sid'),
      webhookTtid: fields.text('webhook_ttid'),
    }),
  };
}

/** `routing.status`: `wrapup` unless it says `closed`. */
export function readEnd(status: string | undefined): TaskEnd {
  if (status !== undefined && status !== 'wrapup' && status !== 'closed') {
    throw invalid('Routing status must be wrapup or closed');
  }
  return status ?? 'wrapup';
}

/** The status a channel can be given. A channel's pause belongs to agents of email: 501. */
export function readChannelStatus(status: string): 'closed' | 'inactive' {
  if (status === 'closed' || status === 'inactive') return status;
  if (status === 'pause' || status === 'active') {
    throw new TwilioError(501, 20501, 'The local Twilio does not pause and resume channels');
  }
  throw invalid('Status must be closed or inactive');
}

/** `{type: "cold", from: UT…, to, noteSid, summarySid}`; only cold transfers exist (doc "Messaging transfers"). */
export function readTransfer(fields: FieldReader, instanceSid?: string): TransferInput {
  const type = fields.text('type') ?? 'cold';
  if (type !== 'cold') throw invalid('type must be cold');
  return {
    from: fields.requiredText('from'),
    to: fields.requiredText('to'),
    ...given({ instanceSid, noteSid: fields.text('note_sid'), summarySid: fields.text('summary_sid') }),
  };
}
