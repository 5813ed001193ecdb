import { isObject } from '../../../kernel/isObject';
import { listAt, textAt, textsAt } from '../read';

/** A leg that somebody plays who isn't in a browser: the customer, or an agent's telephone. */
export interface PlayedCall {
  readonly callSid: string;
  /** Under `/_emulator`: where it can be hung up. */
  readonly hangUpPath: string;
  readonly label: string;
  readonly status: string;
  /** In words. */
  readonly hears: string;
  readonly with: readonly string[];
  readonly isOver: boolean;
}

const OVER = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** The last part of an address: where it lies is in the journal. */
const fileOf = (address: string): string => /[^/?#]+(?=[?#]|$)/.exec(address)?.[0] ?? address;

/** What a leg hears, which the local Twilio tells as data since no audio is emulated, in words. */
export function describeSound(hears: unknown): string {
  if (!isObject(hears)) return '';
  if (hears['ringing'] === true) return 'ringing';
  const say = textAt(hears, 'say');
  if (say !== undefined) return `“${say}”`;
  const play = textAt(hears, 'play');
  if (play !== undefined) return `a recording, ${fileOf(play)}`;
  const music = textAt(hears, 'music');
  if (music !== undefined) return music === 'hold' ? 'music, on hold' : 'music';
  if (textAt(hears, 'conference') === undefined) return 'silence';
  return textsAt(hears, 'with').length > 0 ? 'the conversation' : 'silence, alone in the conference';
}

function readCall(call: unknown, label: string, hangUpPath: string): PlayedCall {
  const status = textAt(call, 'status') ?? '';
  return {
    callSid: textAt(call, 'callSid') ?? '',
    ...{ hangUpPath, label, status },
    hears: describeSound(isObject(call) ? call['hears'] : undefined),
    with: textsAt(call, 'with'),
    isOver: OVER.has(status),
  };
}

/** Reads the calls of `/_emulator/customers/calls`. */
export const readCustomerCalls = (answer: unknown): readonly PlayedCall[] =>
  listAt(answer, 'calls').map((call) =>
    readCall(
      call,
      textAt(call, 'name') ?? textAt(call, 'from') ?? '',
      `customers/calls/${textAt(call, 'callSid') ?? ''}/hangup`,
    ),
  );

/** Reads the calls of `/_emulator/phones`. */
export const readPhoneCalls = (answer: unknown): readonly PlayedCall[] =>
  listAt(answer, 'calls').map((call) => {
    const number = textAt(call, 'to') ?? '';
    return readCall(call, `Telephone ${number}`, `phones/${encodeURIComponent(number)}/hangup`);
  });
