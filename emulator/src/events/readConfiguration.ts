import { isObject } from '../kernel/isObject';
import { invalid } from '../kernel/twilioError';
import type { SinkConfiguration } from './model';
import { parseJson } from './parseJson';

/** A webhook sink's `SinkConfiguration`: `{destination, method?, batch_events?}`. 400 / 20001 for anything else. */
export function readConfiguration(text: string): SinkConfiguration {
  const configuration = parseJson('SinkConfiguration', text);
  if (!isObject(configuration)) throw invalid('SinkConfiguration must be a JSON object');
  const { destination, method = 'POST', batch_events: batchEvents = false } = configuration;
  if (typeof destination !== 'string' || !isWebUrl(destination)) {
    throw invalid('SinkConfiguration destination must be an http or https URL');
  }
  if (method !== 'POST') throw invalid('SinkConfiguration method must be POST: GET is not supported here');
  if (typeof batchEvents !== 'boolean') throw invalid('SinkConfiguration batch_events must be true or false');
  return { destination, method, batchEvents };
}

const isWebUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text);
