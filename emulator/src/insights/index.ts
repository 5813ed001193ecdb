export { createInsights, type Insights } from './createInsights';
export type { LiveIndex, LiveQueries } from './liveIndex';
