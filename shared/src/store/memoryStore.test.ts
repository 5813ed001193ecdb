import { manualClock } from '../testing/manualClock';
import { storeConformance } from '../testing/storeConformance';
import { memoryStore } from './memoryStore';

storeConformance('memoryStore', () => {
  const clock = manualClock();
  const store = memoryStore(clock);
  return Promise.resolve({ open: () => store, clock, close: () => Promise.resolve() });
});
