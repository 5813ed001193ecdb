import { fingerprint } from '@patchbay/shared';
import { goodData, type GoodDataAccount } from '../insights/goodData';
import type { Insights } from '../insights/insights';
import { httpSender } from '../insights/sendHttp';
import { startPatience } from '../lookup/patience';
import { runLookup } from '../lookup/runLookup';
import { shareLookup } from '../lookup/shareLookup';
import { deriveKey } from '../secrets/deriveKey';
import { sstObtainer } from '../tokens/obtainSst';
import { openSession, type Session } from '../tokens/session';
import type { SourceMeans } from './means';
import type { SegmentSource } from './source';

const DAY_MS = 86_400_000;

/** Segments from a report of Flex Insights (GoodData), executed with a login of the service's own. */
export function goodDataSource(means: SourceMeans, account: GoodDataAccount): SegmentSource {
  const { settings, authToken, instance, store, clock, ids, log, deadline, sleep } = means;
  let calls = 0;
  const onRequest = (): void => {
    calls += 1;
    log.note({ insightsCalls: calls });
  };
  const insights = goodData(account, httpSender({ host: account.host, deadline, onRequest }));
  const patience = startPatience(clock, deadline, settings.reportWaitSeconds);
  const secrets = { authToken, password: account.password };
  // From a key: the store must not hold anything a password could be guessed from.
  const login = deriveKey(secrets, `login ${account.host} ${account.username}`).toString('base64url');
  const obtainSst = sstObtainer({
    recordKey: `insights-login:${login}`,
    sealKey: deriveKey(secrets, 'sst'),
    ...{ store, insights, patience, clock, ids, sleep, log },
  });
  const session = openSession({ book: instance.tokensOf(login), insights, obtainSst, clock, sleep, log });
  const form = (): Promise<string> => formOf(means, account, insights, session);
  const { externalIdColumn, resultCacheSeconds } = settings;
  const { host, workspace, report } = account;
  const sharing = { instance, store, clock, ids, log, sleep, patience, resultMs: resultCacheSeconds * 1_000 };

  return {
    batchProblem:
      externalIdColumn === undefined
        ? 'Asking for several tasks needs a report with an External ID column, named in INSIGHTS_EXTERNAL_ID_COLUMN.'
        : undefined,
    find({ taskSids, progress }) {
      const about = [host, workspace, report, settings.externalIdForm, externalIdColumn ?? null, ...taskSids];
      const lookup = { insights, session, patience, sleep, form, externalIdColumn };
      return shareLookup(sharing, {
        key: `segments:${fingerprint(about)}`,
        tasks: taskSids.length,
        progress,
        run: (from, onRunning) => runLookup(lookup, taskSids, from, onRunning),
      });
    },
  };
}

/** The number of the External ID's display form; by its identifier it is asked for once. */
async function formOf(
  { settings, instance, clock }: SourceMeans,
  { host, workspace }: GoodDataAccount,
  insights: Insights,
  session: Session,
): Promise<string> {
  const { externalIdForm } = settings;
  if (/^\d+$/.test(externalIdForm)) return externalIdForm;
  const key = `${host}/${workspace}/${externalIdForm}`;
  const known = instance.forms.find(key);
  if (known !== undefined) return known;
  const form = await session.read((tt) => insights.findForm(tt, externalIdForm));
  instance.forms.keep(key, form, clock.now() + DAY_MS);
  return form;
}
