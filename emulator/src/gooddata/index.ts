export { readChange as readInsightsChange, type InsightsChange } from './admin/readChange';
export type { InsightsAccess } from './admin/tellAccess';
export { createHistoricalReports, type HistoricalReports, type Insights } from './historicalReports';
