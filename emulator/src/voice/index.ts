export { createVoice, type Voice } from './createVoice';
export { readPhoneNumber } from './admin/readNumber';
export { writeAlert } from './writeAlert';
export type { Numbers } from './numbers';
export type { VoiceOptions } from './options';
export type { TwimlSource } from './program/followTwiml';
