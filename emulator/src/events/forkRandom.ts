import { seededRandom, type Random } from '../kernel/random';

/** A stream of its own, so that the number of deliveries and retries doesn't change the SIDs of other resources. */
export const forkRandom = (random: Random): Random => seededRandom(Math.floor(random.next() * 2 ** 32));
