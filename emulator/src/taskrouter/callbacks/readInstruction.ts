import { isObject } from '../../kernel/isObject';
import { readJson } from '../../kernel/readJson';
import type { DeliveryOutcome } from '../../kernel/webhook';
import type { ReservationChange } from '../engine/operations';

/** `none`: the answer leaves the reservation to others; `invalid`: the fallback URL is to be asked. */
export type InstructionAnswer = ReservationChange | 'none' | 'invalid';

const OTHER_INSTRUCTIONS = new Set(['call', 'conference', 'dequeue', 'redirect']);

/**
 * What an answer to the assignment callback means (docs: Handle Assignment Callbacks). It must be 200 with a JSON
 * object that is labelled `application/json`; an empty one leaves the reservation pending.
 */
export function readInstruction(outcome: DeliveryOutcome): InstructionAnswer {
  if (outcome.status !== 200) return 'invalid';
  if (outcome.body.trim() === '') return 'none';
  if (outcome.contentType !== 'application/json') return 'invalid';
  const answer = readJson(outcome.body);
  if (!isObject(answer)) return 'invalid';
  const { instruction, ...parameters } = answer;
  if (instruction === undefined) return 'none';
  if (instruction === 'accept') return { reservationStatus: 'accepted' };
  if (instruction === 'reject') return readReject(parameters['activity_sid']);
  if (typeof instruction !== 'string' || !OTHER_INSTRUCTIONS.has(instruction)) return 'invalid';
  return { instruction, instructionParameters: toTexts(parameters) };
}

function readReject(activitySid: unknown): InstructionAnswer {
  if (activitySid === undefined) return { reservationStatus: 'rejected' };
  if (typeof activitySid !== 'string') return 'invalid';
  return { reservationStatus: 'rejected', workerActivitySid: activitySid };
}

const toTexts = (parameters: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
