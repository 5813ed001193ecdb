import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import { countOf, methodOf, requireKnown, textOf } from '../twiml/attributes';
import { SCHEMA_FAILURE, TwimlError } from '../twiml/parseTwiml';
import type { XmlElement } from '../twiml/parseXml';
import { standInLine, type Enqueued, type QueueResult } from '../waiting/standInLine';
import { playWaitMusic } from './playWaitMusic';
import { isCurrent, urlIn, type Run, type Step } from './run';

/** 14221 "Enqueue: Provided Attributes JSON was not valid"; a `<Task>` must be an object. */
const INVALID_ATTRIBUTES = 14_221;

function readTask(element: XmlElement): Pick<Enqueued, 'attributes' | 'priority' | 'timeout'> {
  requireKnown(element, ['Task']);
  const [task] = element.children;
  if (!task) return { attributes: {} };
  const attributes = task.text === '' ? {} : readJson(task.text);
  if (!isObject(attributes)) throw new TwimlError(INVALID_ATTRIBUTES, '<Task> is no JSON object');
  return {
    attributes,
    ...('priority' in task.attributes ? { priority: countOf(task, 'priority', 0) } : {}),
    ...('timeout' in task.attributes ? { timeout: countOf(task, 'timeout', 0, 1) } : {}),
  };
}

/** `<Enqueue workflowSid>`: the call becomes a task of TaskRouter and waits; plain queues aren't played here. */
export async function enqueueVerb(run: Run, element: XmlElement): Promise<Step> {
  const { state, call } = run;
  const workflowSid = textOf(element, 'workflowSid');
  if (workflowSid === undefined) {
    throw new TwimlError(
      SCHEMA_FAILURE,
      'The local Twilio enqueues into workflows only: workflowSid is missing',
    );
  }
  const task = readTask(element);
  const waitUrl = textOf(element, 'waitUrl');
  const since = state.clock.now();
  run.inARow = 0;
  const result = await new Promise<QueueResult>((resolve) => {
    const isIn = standInLine(state, call, { workflowSid, ...task, onLeft: resolve });
    if (!isIn) return;
    call.sound = { music: 'queue' };
    if (waitUrl !== undefined) {
      const method = methodOf(element, 'waitUrlMethod');
      void playWaitMusic(run, { url: urlIn(run, waitUrl), method });
    }
  });
  if (!isCurrent(run)) return 'stop';
  call.leave = () => undefined;
  const action = textOf(element, 'action');
  if (action === undefined) return 'next';
  const seconds = Math.round((state.clock.now() - since) / 1000);
  return {
    url: urlIn(run, action),
    method: methodOf(element),
    form: { QueueResult: result, QueueTime: String(seconds) },
  };
}
