import type { Receiver } from './receiver';

/** The fields of one webhook. */
export type Fields = Readonly<Record<string, string | undefined>>;

/** The conference status callbacks a receiver got, in the order of their numbers. */
export const readConferenceCallbacks = ({ received }: Receiver): readonly Fields[] =>
  received
    .map(({ body }): Fields => Object.fromEntries(new URLSearchParams(body)))
    .filter((fields) => fields['ConferenceSid'] !== undefined)
    .sort((a, b) => Number(a['SequenceNumber']) - Number(b['SequenceNumber']));
