export { createVoice, type Voice } from './createVoice';
export { readPhoneNumber } from './admin/readNumber';
export { writeAlert } from './writeAlert';
export type { Numbers } from './numbers';
export type { TwimlSource } from './program/followTwiml';
