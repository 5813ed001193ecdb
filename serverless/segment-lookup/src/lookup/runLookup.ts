import { PatchbayError, type Sleep } from '@patchbay/shared';
import type { TaskSid } from '@patchbay/shared/contracts';
import type { Insights } from '../insights/insights';
import { readReport } from '../report/readReport';
import { segmentsByTask } from '../report/segmentsByTask';
import type { Session } from '../tokens/session';
import { findElements } from './findElements';
import { readKnown, writeKnown, type Finding, type Progress, type ReportProgress } from './lookup';
import type { Patience } from './patience';
import { pollUntil } from './pollUntil';

export interface LookupMeans {
  readonly insights: Insights;
  readonly session: Session;
  readonly patience: Patience;
  readonly sleep: Sleep;
  /** Number of the External ID's display form. */
  readonly form: () => Promise<string>;
  readonly externalIdColumn: string | undefined;
}

/** Told once a report turns out to take longer than a look, so that others can wait for the same one. */
export type OnRunning = (progress: ReportProgress) => Promise<void>;

/** Tasks → elements → execution → rows, from wherever an earlier request left off. 3 calls when nothing is slow. */
export async function runLookup(
  means: LookupMeans,
  question: readonly TaskSid[],
  progress: Progress,
  onRunning: OnRunning,
): Promise<Finding> {
  if (progress.step === 'report') return awaitReport(means, question, progress, onRunning);

  const form = await means.form();
  const resumeUri = progress.step === 'elements' ? progress.uri : undefined;
  const elements = await findElements(means, { form, titles: question, resumeUri });
  if ('resumeUri' in elements) {
    const uri = elements.resumeUri;
    return { kind: 'pending', progress: uri === undefined ? { step: 'start' } : { step: 'elements', uri } };
  }
  if (elements.length === 0) return { kind: 'found', segments: new Map() };

  const { insights, session } = means;
  const filter = { form, elementUris: elements.map(({ uri }) => uri) };
  const uri = await session.call((tt) => insights.execute(tt, filter));
  const known = writeKnown(question, new Set(elements.map(({ title }) => title)));
  return awaitReport(means, question, { step: 'report', uri, known }, onRunning);
}

async function awaitReport(
  { insights, session, patience, sleep, externalIdColumn }: LookupMeans,
  question: readonly TaskSid[],
  progress: ReportProgress,
  onRunning: OnRunning,
): Promise<Finding> {
  let told = false;
  const csv = await pollUntil(
    async () => {
      const answer = await session.call((tt) => insights.readReport(tt, progress.uri));
      if (answer.kind === 'ready') return answer.csv;
      if (!told) await onRunning(progress);
      told = true;
      return undefined;
    },
    { patience, sleep },
  );
  if (csv === undefined) return { kind: 'pending', progress };
  const report = readReport(csv, externalIdColumn);
  if (question.length > 1 && report.rows.length > 0 && !report.hasExternalIds)
    throw new ReportLacksExternalIds();
  return { kind: 'found', segments: segmentsByTask(report, readKnown(question, progress.known)) };
}

/** Which row belongs to which task can't be told. */
class ReportLacksExternalIds extends PatchbayError {
  override readonly name = 'ReportLacksExternalIds';

  constructor() {
    super('batch_unavailable', 'The report has no column of the name in INSIGHTS_EXTERNAL_ID_COLUMN.');
  }
}
