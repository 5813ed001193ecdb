import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { Worker } from '../../taskrouter/engine';

/** How reports call an agent: his full name where his attributes have one, as Flex shows it. */
export function readAgent({ attributes, friendlyName }: Pick<Worker, 'attributes' | 'friendlyName'>): string {
  const read = readJson(attributes);
  const name = isObject(read) ? read['full_name'] : undefined;
  return typeof name === 'string' && name !== '' ? name : friendlyName;
}
