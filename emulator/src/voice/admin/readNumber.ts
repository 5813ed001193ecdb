import { InvalidInput, readFields, readText } from '../../kernel/jsonFields';
import type { TwimlSource } from '../program/followTwiml';

/** Reads one of the account's numbers: `number` with `twiml`, or with `voiceUrl` (asked by POST unless `voiceMethod` is GET). */
export function readPhoneNumber(value: unknown): { readonly number: string } & TwimlSource {
  const fields = readFields(value, 'A phone number', ['number', 'twiml', 'voiceUrl', 'voiceMethod']);
  const number = readText(fields, 'number');
  const { voiceMethod = 'POST' } = fields;
  if (voiceMethod !== 'GET' && voiceMethod !== 'POST')
    throw new InvalidInput('voiceMethod must be GET or POST');
  if ((fields['twiml'] === undefined) === (fields['voiceUrl'] === undefined)) {
    throw new InvalidInput('A phone number takes either twiml or voiceUrl');
  }
  if (fields['twiml'] !== undefined) return { number, twiml: readText(fields, 'twiml') };
  return { number, url: readText(fields, 'voiceUrl'), method: voiceMethod };
}
