import type { SeededScenario } from '@patchbay/emulator';
import type { Reservation } from 'twilio-taskrouter';
import type { Twilio } from 'twilio';
import * as z from 'zod/mini';
import { postAdmin } from '../stack/askTwilio';
import type { Stack } from '../stack/model';
import type { Activity, AgentPage } from './agentPage';
import { sidOf } from './centre';
import type { Narrator } from './narrator';

/** What a chapter plays with. */
export interface Scene {
  readonly tell: Narrator;
  readonly stack: Stack;
  /** Twilio's SDK on the local Twilio, for what the caller does and for what is checked. */
  readonly twilio: Twilio;
  readonly pages: Readonly<Record<'carol' | 'bob' | 'bella', AgentPage>>;
  /** Opens one more, or one of these anew; closed at the end of the story. */
  readonly open: (name: string) => Promise<AgentPage>;
}

const tasksOf = ({ twilio, stack }: Scene) =>
  twilio.taskrouter.v1.workspaces(stack.seeded.workspaceSid).tasks;

export const sid = ({ stack }: Scene, kind: 'taskQueues' | 'workflows' | 'workers', name: string): string =>
  sidOf(sidsOf(stack.seeded, kind), name);

const sidsOf = (seeded: SeededScenario, kind: 'taskQueues' | 'workflows' | 'workers') => seeded[kind];

/** A caller rings and Carol takes the call. */
export async function callRings(scene: Scene): Promise<Reservation> {
  const { carol } = scene.pages;
  await tasksOf(scene).create({
    workflowSid: sid(scene, 'workflows', 'Assign to anyone'),
    taskChannel: 'voice',
    routingTarget: sid(scene, 'workers', 'carol'),
    attributes: JSON.stringify({ name: 'A caller', direction: 'inbound', call_sid: `CA${'1'.repeat(32)}` }),
  });
  const call = await carol.nextOffer('voice');
  await call.accept();
  await scene.tell.say('A caller rings. Carol, who works in house, takes the call.');
  return call;
}

/** A task, as far as the story looks at it. */
export interface ToldTask {
  readonly sid: string;
  readonly live: boolean;
}

/** The attribution tasks there ever were for a call, of the last five minutes. */
export const attributionTasksOf = (scene: Scene, callSid: string): Promise<readonly ToldTask[]> =>
  tasksWith(scene, 'originalTaskSid', callSid);

/** The tasks of the last five minutes that have this value in an attribute. */
export async function tasksWith(
  scene: Scene,
  attribute: string,
  value: string,
): Promise<readonly ToldTask[]> {
  // Not by EvaluateTaskAttributes: Twilio allows three such lists a second, and the services need them themselves.
  const tasks = await tasksOf(scene).list();
  return tasks
    .filter(({ attributes }) => parse(attributes)[attribute] === value)
    .map(({ sid: taskSid, assignmentStatus }) => ({
      sid: taskSid,
      live: assignmentStatus !== 'completed' && assignmentStatus !== 'canceled',
    }));
}

export async function attributesOf(
  scene: Scene,
  taskSid: string,
): Promise<Readonly<Record<string, unknown>>> {
  const { attributes } = await tasksOf(scene)(taskSid).fetch();
  return parse(attributes);
}

const parse = (attributes: string) => z.parse(z.record(z.string(), z.unknown()), JSON.parse(attributes));

/** Who has been offered a task, and what came of it. */
export async function holdersOf(
  scene: Scene,
  taskSid: string,
): Promise<{ worker: string; status: string }[]> {
  const reservations = await tasksOf(scene)(taskSid).reservations.list();
  return reservations.map(({ workerName, reservationStatus }) => ({
    worker: workerName,
    status: reservationStatus,
  }));
}

/** What everybody but Alice chooses in the activity menu, so that the next call is hers, or again anybody's. */
export async function othersGo({ pages }: Scene, activity: Activity): Promise<void> {
  await Promise.all(Object.values(pages).map((page) => page.goTo(activity)));
}

/** Plans a fault in the local Twilio. */
export const plan = ({ stack }: Scene, fault: object): Promise<unknown> =>
  postAdmin(stack.twilio, 'faults', fault);

/** The path on which attribution tasks are created. */
export const CREATE_TASK = { host: 'taskrouter.twilio.com', method: 'POST', path: '/v1/Workspaces/*/Tasks' };
