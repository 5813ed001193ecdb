import { AttributesUnreadable, writeAttributes } from './attributes';
import { orUndefinedWhenGone } from './orUndefinedWhenGone';
import { readTask } from './taskRouterAnswers';
import type { AttributesUpdate, ChangeAttributes } from './taskRouterPort';
import type { TwilioApi } from './twilioApi';
import { UpstreamError } from './upstreamError';

/** The engine, Flex and other functions all bump the version; ten lost races in a row mean something is wrong. */
const MAX_ROUNDS = 10;

/**
 * Merges a change into a task's current attributes: reads, lets `change` build the new ones, writes with If-Match, and
 * starts over at once on 412 (an update replaces all attributes, so a blind one would lose another writer's). A write
 * whose answer was lost is repeated with the same If-Match; if it had been applied, that is a 412 too, and the new
 * reading decides. Undefined when the task is gone.
 */
export const updateTaskAttributes = async (
  api: TwilioApi,
  url: string,
  change: ChangeAttributes,
): Promise<AttributesUpdate | undefined> => {
  for (let round = 1; ; round += 1) {
    const answer = await orUndefinedWhenGone(api({ effect: 'read', method: 'get', url }));
    if (answer === undefined) return undefined;
    const task = readTask(answer);
    const { attributes: current, version } = task;
    if (current === undefined || version === undefined) throw new AttributesUnreadable();
    const attributes = change(current, task);
    if (attributes === undefined) return { updated: round > 1, version, attributes: current };
    const form = { Attributes: writeAttributes(attributes) };
    const written = await writeIfUnchanged(api, url, form, version, round);
    if (written !== 'changed')
      return written && { updated: true, version: written.etag ?? version, attributes };
  }
};

const writeIfUnchanged = async (
  api: TwilioApi,
  url: string,
  form: Readonly<Record<string, string>>,
  ifMatch: string,
  round: number,
) => {
  try {
    return await orUndefinedWhenGone(api({ effect: 'update', method: 'post', url, form, ifMatch }));
  } catch (error) {
    if (error instanceof UpstreamError && error.reason === 'conflict' && round < MAX_ROUNDS) return 'changed';
    throw error;
  }
};
