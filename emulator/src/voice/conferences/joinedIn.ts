import type { Conference, Participant } from '../model';

/** Who is in, without those whose calls still ring. */
export const joinedIn = ({ participants }: Conference): readonly Participant[] =>
  [...participants.values()].filter(({ hasJoined }) => hasJoined);
