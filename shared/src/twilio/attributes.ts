import type { Attributes } from '../contracts/taskrouter/task';
import { MAX_ATTRIBUTES_LENGTH } from '../contracts/taskrouter/task';
import { isObject } from '../isObject';
import { PatchbayError } from '../errors/patchbayError';

/** A task's or worker's attributes would not fit TaskRouter's limit of 4,096 characters. */
export class AttributesTooLarge extends PatchbayError {
  override readonly name = 'AttributesTooLarge';

  constructor(readonly length: number) {
    super(
      'attributes_too_large',
      `The attributes need ${length} characters, ${MAX_ATTRIBUTES_LENGTH} are allowed.`,
    );
  }
}

/** A task's attributes are no JSON object, so nothing can be merged into them and nothing is overwritten. */
export class AttributesUnreadable extends PatchbayError {
  override readonly name = 'AttributesUnreadable';

  constructor() {
    super('wrong_state', "The task's attributes are not a JSON object, so they were left alone.");
  }
}

/** Attributes as TaskRouter wants them. Throws AttributesTooLarge. */
export const writeAttributes = (attributes: Attributes): string => {
  const text = JSON.stringify(attributes);
  if (text.length > MAX_ATTRIBUTES_LENGTH) throw new AttributesTooLarge(text.length);
  return text;
};

/** Attributes as TaskRouter gives them; undefined for null and for anything but a JSON object. */
export const readAttributes = (text: string | null | undefined): Attributes | undefined => {
  if (text === null || text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

const isPlainObject = (value: unknown): value is Attributes => isObject(value) && !Array.isArray(value);
