import type { Clock } from '../endpoint/ports';
import type { Store } from '../store/store';
import { conflictingWrites } from './storeConformance/conflictingWrites';
import { failingStore } from './storeConformance/failingStore';
import { recordsAndExpiry } from './storeConformance/recordsAndExpiry';

/** One store, and its time. */
export interface StoreUnderTest {
  /** The same records as another instance of a service would see them. */
  open(): Store;
  readonly clock: Clock & { advance(ms: number): void | Promise<void> };
  close(): Promise<void>;
}

/** A store that is reached over a network, with the means to bring it into trouble. */
export interface RemoteStoreUnderTest extends StoreUnderTest {
  /** The next write is applied and its answer lost. */
  loseNextWriteAnswer(): void;
  /** Nothing is applied or answered until `heal`. */
  breakDown(): void;
  heal(): void;
}

/** What every implementation of Store must do, as a jest suite. */
export const storeConformance = (name: string, start: () => Promise<StoreUnderTest>): void => {
  describe(`${name} is a Store`, () => {
    const current = startEach(start);
    describe('records and expiry', () => {
      recordsAndExpiry(current);
    });
    describe('conflicting writes', () => {
      conflictingWrites(current);
    });
  });
};

/** The same, and what a store must do when answers are lost or nothing answers. */
export const remoteStoreConformance = (name: string, start: () => Promise<RemoteStoreUnderTest>): void => {
  storeConformance(name, start);
  describe(`${name} is a Store on a failing network`, () => {
    failingStore(startEach(start));
  });
};

const startEach = <UnderTest extends StoreUnderTest>(start: () => Promise<UnderTest>): (() => UnderTest) => {
  let underTest: UnderTest | undefined;
  beforeEach(async () => {
    underTest = await start();
  });
  afterEach(() => underTest?.close());
  return () => {
    if (underTest === undefined) throw new Error('not started');
    return underTest;
  };
};
