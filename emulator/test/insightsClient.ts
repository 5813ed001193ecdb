import axios, { type AxiosInstance, type AxiosResponse } from 'axios';
import { createLocalTwilio, type InsightsAccess, type LocalTwilio, type Scenario } from '../src';
import { memberOf } from './memberOf';

/** A local Twilio with Flex Insights, its time stopped, and a client of its reports. */
export interface InsightsCentre {
  readonly twilio: LocalTwilio;
  readonly access: InsightsAccess;
  /** Axios on GoodData's host; no status rejects. */
  readonly http: AxiosInstance;
  logIn(password?: string): Promise<AxiosResponse<unknown>>;
  /** Logs in; resolves with the SST. */
  sst(): Promise<string>;
  /** Logs in and asks for a temporary token. */
  tt(): Promise<string>;
  /** Executes a report; resolves with what was answered. */
  execute(tt: string, request?: Readonly<Record<string, unknown>>): Promise<AxiosResponse<unknown>>;
}

export const textOf = (value: unknown, ...path: readonly string[]): string => {
  const found = path.reduce<unknown>(memberOf, value);
  if (typeof found === 'string') return found;
  throw new Error(`There is no text ${path.join('.')} in ${JSON.stringify(value)}`);
};

export const withTt = (tt: string) => ({ headers: { Cookie: `GDCAuthTT=${tt}` } });

export async function startInsights(insights: Scenario['insights'] = {}): Promise<InsightsCentre> {
  const twilio = await createLocalTwilio({ mode: 'paused' });
  const seeded = await twilio.seed({ workspace: { friendlyName: 'Flex Task Assignment' }, insights });
  if (!seeded.insights) throw new Error('The scenario has no insights');
  const access = seeded.insights;
  const http = axios.create({
    baseURL: twilio.origin,
    headers: { 'x-emulator-host': access.host },
    validateStatus: () => true,
    timeout: 10_000,
  });
  const logIn: InsightsCentre['logIn'] = (password = access.password) =>
    http.post<unknown>('/gdc/account/login', {
      postUserLogin: { login: access.username, password, remember: 0, verify_level: 2 },
    });
  const sst = async (): Promise<string> => textOf((await logIn()).data, 'userLogin', 'token');
  return {
    twilio,
    access,
    http,
    logIn,
    sst,
    tt: async () => {
      const headers = { 'X-GDC-AuthSST': await sst() };
      return textOf((await http.get<unknown>('/gdc/account/token', { headers })).data, 'userToken', 'token');
    },
    execute: (tt, request = {}) =>
      http.post<unknown>(
        `/gdc/app/projects/${access.workspaceId}/execute/raw`,
        { report_req: { report: `/gdc/md/${access.workspaceId}/obj/${access.reportId}`, ...request } },
        withTt(tt),
      ),
  };
}
