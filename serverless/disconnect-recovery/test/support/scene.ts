import {
  Attributes,
  CallSid,
  ConferenceSid,
  ReservationSid,
  TaskSid,
  WorkerSid,
  WorkflowSid,
} from '@patchbay/shared/contracts';
import { addWorkerToConferenceState } from '../../src/endpoints/addWorkerToConferenceState';
import { removeWorkerFromConferenceState } from '../../src/endpoints/removeWorkerFromConferenceState';
import { findCall } from '../../src/calls/storedCalls';
import type { Call } from '../../src/recovery/call';
import { CUSTOMER, PHONES, type Agent, type Centre } from './centre';
import { acceptCall } from './conferenceInstruction';
import { caller } from './ports';
import type { Service } from './service';

/** A call that an agent has answered. */
export interface Talk {
  readonly customerCallSid: CallSid;
  readonly taskSid: TaskSid;
  readonly reservationSid: ReservationSid;
  readonly conferenceSid: ConferenceSid;
  readonly workerCallSid: CallSid;
  readonly agent: Agent;
}

/** What people do in a story, on a local Twilio with the service behind it. */
export class Scene {
  constructor(
    readonly centre: Centre,
    readonly service: Pick<Service, 'url' | 'ports'>,
  ) {}

  /** Lets everything due at this instant happen, webhooks included. */
  settle = (ms = 0): Promise<void> => this.centre.local.clock.advance(ms);

  /** Event Streams waits a moment before it delivers. */
  async settleEvents(): Promise<void> {
    for (let step = 0; step < 6; step += 1) await this.settle(step === 0 ? 0 : 250);
  }

  async callIn(): Promise<CallSid> {
    const { callSid } = await this.centre.admin('POST', '/customers/calls', { from: CUSTOMER });
    await this.settle();
    return CallSid.parse(callSid);
  }

  /** The task that is offered to this agent now. */
  async offerTo(agent: Agent) {
    const { client, sids } = this.centre;
    const [offer] = await client.taskrouter.v1
      .workspaces(sids.workspaceSid)
      .workers(sids.workers[agent] ?? '')
      .reservations.list({ reservationStatus: 'pending' });
    if (offer === undefined) throw new Error(`Nothing is offered to ${agent}`);
    return { taskSid: TaskSid.parse(offer.taskSid), reservationSid: ReservationSid.parse(offer.sid) };
  }

  /** The agent accepts as Flex does, with what the plugin puts into `conferenceOptions`. */
  async answer(agent: Agent, customerCallSid: CallSid): Promise<Talk> {
    const { client } = this.centre;
    const { taskSid, reservationSid } = await this.offerTo(agent);
    await acceptCall(this.centre, { taskSid, reservationSid }, this.service.url);
    await this.settleEvents();
    const [conference] = await client.conferences.list({ friendlyName: taskSid, status: 'in-progress' });
    if (conference === undefined) throw new Error('Nobody is talking');
    const legs = await client.conferences(conference.sid).participants.list();
    const workerLeg = legs.find(({ callSid }) => callSid !== customerCallSid);
    return {
      customerCallSid,
      taskSid,
      reservationSid,
      agent,
      conferenceSid: ConferenceSid.parse(conference.sid),
      workerCallSid: CallSid.parse(workerLeg?.callSid),
    };
  }

  /** Customer and agent talk, and the agent's page has registered. */
  async talk(agent: Agent = 'alice'): Promise<Talk> {
    const talk = await this.answer(agent, await this.callIn());
    await this.register(talk);
    return talk;
  }

  /** What the agent's page registers with. */
  async registrationOf(talk: Talk) {
    const { agent, taskSid, conferenceSid, customerCallSid, reservationSid, workerCallSid } = talk;
    const { client, sids } = this.centre;
    const workerSid = WorkerSid.parse(sids.workers[agent]);
    const task = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks(taskSid).fetch();
    return {
      conferenceSid,
      taskSid,
      taskAttributes: Attributes.parse(JSON.parse(task.attributes)),
      taskWorkflowSid: WorkflowSid.parse(task.workflowSid),
      customerCallSid,
      workerSid,
      workerReservationSid: reservationSid,
      workerCallSid,
      workerName: agent,
      workerPhone: 'softphone' as const,
    };
  }

  async register(talk: Talk): Promise<void> {
    const result = await addWorkerToConferenceState.handle(
      await this.registrationOf(talk),
      this.service.ports(),
      caller(this.centre, talk.agent),
    );
    if (!result.ok) throw new Error(result.message);
  }

  async deregister({ agent, taskSid, conferenceSid }: Talk, intent: 'hangup' | 'transfer'): Promise<void> {
    const workerSid = WorkerSid.parse(this.centre.sids.workers[agent]);
    const result = await removeWorkerFromConferenceState.handle(
      { taskSid, conferenceSid, workerSid, intent },
      this.service.ports(),
      caller(this.centre, agent),
    );
    if (!result.ok) throw new Error(result.message);
  }

  /** The agent's leg goes away without a word. */
  async drop(agent: Agent): Promise<void> {
    await this.centre.admin('POST', `/phones/${encodeURIComponent(PHONES[agent])}/hangup`, {});
    await this.settleEvents();
  }

  /** As Flex does: a cold transfer begins with the agent's leg no longer ending the conference. */
  async transfer(talk: Talk, to: Agent | 'Everyone', mode: 'COLD' | 'WARM'): Promise<string> {
    const { local, sids } = this.centre;
    const workerSid = sids.workers[talk.agent] ?? '';
    const { taskSid, reservationSid } = talk;
    const { sid } = local.engine.workspace(sids.workspaceSid).transfers.start({
      workerSid,
      taskSid,
      reservationSid,
      to: sids.workers[to] ?? sids.taskQueues[to] ?? '',
      mode,
    });
    await this.settleEvents();
    return sid;
  }

  async customerHangsUp(callSid: CallSid): Promise<void> {
    await this.centre.admin('POST', `/customers/calls/${callSid}/hangup`, {});
    await this.settleEvents();
  }

  /** The agent's page is back and accepts what pings it. */
  async acceptPing(agent: Agent): Promise<TaskSid> {
    const { client, sids } = this.centre;
    const { taskSid, reservationSid } = await this.offerTo(agent);
    if (!('disconnectedTaskSid' in (await this.attributes(taskSid)))) throw new Error('This is no ping');
    await client.taskrouter.v1
      .workspaces(sids.workspaceSid)
      .tasks(taskSid)
      .reservations(reservationSid)
      .update({ reservationStatus: 'accepted' });
    await this.settleEvents();
    return taskSid;
  }

  async record(taskSid: TaskSid): Promise<Call> {
    const stored = await findCall(this.service.ports(), taskSid);
    if (stored === undefined) throw new Error('Nobody has told of this call');
    return stored.value;
  }

  async attributes(taskSid: string): Promise<Readonly<Record<string, unknown>>> {
    const { client, sids } = this.centre;
    const task = await client.taskrouter.v1.workspaces(sids.workspaceSid).tasks(taskSid).fetch();
    return Attributes.parse(JSON.parse(task.attributes));
  }

  customer = (callSid: CallSid) => this.centre.admin('GET', `/customers/calls/${callSid}`);
}
