import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { createLocalTwilio, type InsightsAccess, type LocalTwilio, type Scenario } from '../src';
import { memberOf } from './memberOf';

type Answer = Promise<AxiosResponse<unknown>>;

/** A local Twilio with Flex Insights, its time stopped, and a client of its reports. */
export interface InsightsCentre {
  readonly twilio: LocalTwilio;
  readonly access: InsightsAccess;
  /** Axios on GoodData's host; no status rejects, no redirect is followed. */
  readonly http: AxiosInstance;
  /** With SST in the body unless told otherwise. */
  logIn(login?: Readonly<Record<string, unknown>>): Answer;
  renew(sst: string): Answer;
  /** Logs in; resolves with the SST. */
  sst(): Promise<string>;
  /** Logs in and asks for a temporary token. */
  tt(): Promise<string>;
  elements(tt: string, request: Readonly<Record<string, unknown>>, query?: string): Answer;
  /** Executes the first report, `request` merged into `report_req`. */
  execute(tt: string, request?: Readonly<Record<string, unknown>>): Answer;
  poll(tt: string, uri: string): Answer;
  /** Executes a report, waits until it is ready, and resolves with its answer. */
  report(tt: string, request?: Readonly<Record<string, unknown>>): Answer;
}

/** A text by its path in a JSON value. Throws where there is none. */
export const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>(memberOf, value);
  if (typeof found === 'string') return found;
  throw new Error(`There is no text ${path.join('.')} in ${JSON.stringify(value)}`);
};

/** The elements of an answer of `validElements`, as `[title, uri]`. */
export function elementsIn(data: unknown): readonly (readonly [title: string, uri: string])[] {
  const items = memberOf(memberOf(data, 'validElements'), 'items');
  if (!Array.isArray(items)) throw new Error(`There are no elements in ${JSON.stringify(data)}`);
  return items.map((item) => [textAt(item, 'element', 'title'), textAt(item, 'element', 'uri')]);
}

/** Lets only these elements of the external ID through. */
export const filterBy = (
  { workspaceId, externalIdForm }: Pick<InsightsAccess, 'workspaceId' | 'externalIdForm'>,
  elements: readonly string[],
) => ({
  context: {
    filters: [
      { uri: `/gdc/md/${workspaceId}/obj/${externalIdForm}`, constraint: { type: 'list', elements } },
    ],
  },
});

export const withTt = (tt: string) => ({ headers: { Cookie: `GDCAuthTT=${tt}` } });

export async function startInsights(insights: Scenario['insights'] = {}): Promise<InsightsCentre> {
  const twilio = await createLocalTwilio({ mode: 'paused', startMs: Date.UTC(2026, 0, 31, 9) });
  const seeded = await twilio.seed({ workspace: { friendlyName: 'Flex Task Assignment' }, insights });
  if (!seeded.insights) throw new Error('The scenario has no insights');
  const access = seeded.insights;
  const { workspaceId, username, password } = access;
  const http = axios.create({
    baseURL: twilio.origin,
    headers: { 'x-emulator-host': access.host },
    validateStatus: () => true,
    maxRedirects: 0,
    timeout: 10_000,
  });

  const logIn: InsightsCentre['logIn'] = (login = {}) =>
    http.post<unknown>('/gdc/account/login', {
      postUserLogin: { login: username, password, remember: 0, verify_level: 2, ...login },
    });
  const renew: InsightsCentre['renew'] = (sst) =>
    http.get<unknown>('/gdc/account/token', { headers: { 'X-GDC-AuthSST': sst } });
  const sst = async (): Promise<string> => textAt((await logIn()).data, 'userLogin', 'token');
  const execute: InsightsCentre['execute'] = (tt, request = {}) =>
    http.post<unknown>(
      `/gdc/app/projects/${workspaceId}/execute/raw`,
      { report_req: { report: `/gdc/md/${workspaceId}/obj/${access.reportId}`, ...request } },
      withTt(tt),
    );
  const poll: InsightsCentre['poll'] = (tt, uri) => http.get<unknown>(uri, withTt(tt));

  return {
    ...{ twilio, access, http, logIn, renew, sst, execute, poll },
    tt: async () => textAt((await renew(await sst())).data, 'userToken', 'token'),
    elements: (tt, request, query = '') =>
      http.post<unknown>(
        `/gdc/md/${workspaceId}/obj/${access.externalIdForm}/validElements${query}`,
        { validElementsRequest: request },
        withTt(tt),
      ),
    report: async (tt, request) => {
      const uri = textAt((await execute(tt, request)).data, 'uri');
      await twilio.clock.advance(twilio.insights.state().settings.reportLatencyMs);
      return poll(tt, uri);
    },
  };
}
