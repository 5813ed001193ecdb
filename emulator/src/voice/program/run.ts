import { describeCall } from '../describeCall';
import type { Call } from '../model';
import type { VoiceState } from '../state';
import type { XmlElement } from '../twiml/parseXml';
import { fetchTwiml, resolveUrl, type TwimlUrl } from './fetchTwiml';

/** One errand of a leg: void as soon as the leg is sent elsewhere or ends. */
export interface Run {
  readonly state: VoiceState;
  readonly call: Call;
  readonly errand: number;
  /** Where its TwiML came from: relative URLs are relative to it. */
  baseUrl: string | null;
  /** Verbs since the last that took time. */
  inARow: number;
}

/** What comes after a verb: the next one, another document, or nothing: the leg is elsewhere or hung up. */
export type Step = 'next' | 'stop' | (TwimlUrl & { readonly form?: Readonly<Record<string, string>> });

/** Whether the leg still goes about this errand. */
export const isCurrent = ({ call, errand }: Run): boolean => call.errand === errand;

/** A URL its document names. Throws TwimlError. */
export const urlIn = ({ baseUrl }: Run, url: string): string => resolveUrl(baseUrl, url);

/** Asks for TwiML on the leg's behalf. Throws TwimlError. */
export const ask = (
  { state: { context }, call }: Run,
  source: TwimlUrl,
  more: Readonly<Record<string, string>> = {},
): Promise<readonly XmlElement[]> =>
  fetchTwiml(context, source, { ...describeCall(context.accountSid, call), ...more });
