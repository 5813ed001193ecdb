import { invalid } from '../../kernel/twilioError';
import { readJson } from '../../kernel/readJson';

const KIB = 1024;

/** Doc "Conversations Limits". */
export const LIMITS = {
  friendlyNameCharacters: 256,
  identityCharacters: 256,
  conversationAttributesBytes: 16 * KIB,
  attributesBytes: 4 * KIB,
  bodyBytes: 32 * KIB,
  participants: 1_000,
  nonChatParticipants: 50,
} as const;

/** The local Twilio's own bounds, where Twilio has none: the oldest beyond them are forgotten. */
export const KEPT = { conversations: 1_000, messagesPerConversation: 1_000, users: 5_000 } as const;

/** Refuses a text that is longer than Twilio takes, by its characters. */
export function checkLength(name: string, text: string | null, max: number): void {
  if (text !== null && text.length > max) throw invalid(`${name} must not be longer than ${max} characters`);
}

/** Refuses a text that is larger than Twilio takes, by its bytes in UTF-8. */
export function checkSize(name: string, text: string | null, maxBytes: number): void {
  if (text !== null && Buffer.byteLength(text) > maxBytes)
    throw invalid(`${name} must not exceed ${maxBytes} bytes`);
}

/** Refuses attributes that are too large or not "structurally valid JSON" (Conversations OpenAPI). */
export function checkAttributes(attributes: string, maxBytes: number): void {
  checkSize('Attributes', attributes, maxBytes);
  if (readJson(attributes) === undefined) throw invalid('Attributes must be valid JSON');
}
