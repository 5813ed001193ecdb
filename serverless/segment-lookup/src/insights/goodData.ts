import {
  AddressAnswer,
  ElementsBody,
  IdentifiersAnswer,
  LoginAnswer,
  readJson,
  TokenAnswer,
} from './answers';
import { InsightsRefused, InsightsTokenRefused, ReportFailed } from './failures';
import type { ElementsAnswer, Insights } from './insights';
import { readAddress } from './readAddress';
import { readCookie } from './readCookie';
import type { HttpAnswer, HttpCall, SendHttp } from './sendHttp';

export interface GoodDataAccount {
  readonly host: string;
  readonly workspace: string;
  readonly username: string;
  readonly password: string;
  readonly report: string;
}

/** Flex Insights over GoodData's API (Twilio: "Flex Insights API General Usage", "Export Data"). */
export function goodData(account: GoodDataAccount, send: SendHttp): Insights {
  const { host, workspace, username, password, report } = account;
  const object = (id: string): string => `/gdc/md/${workspace}/obj/${id}`;

  /** A call with a TT; a refusal other than 401 is the report's end. */
  const ask = async (tt: string, call: HttpCall): Promise<HttpAnswer> => {
    const answer = await send({ ...call, headers: { Cookie: `GDCAuthTT=${tt}` } });
    if (answer.status >= 400) throw new ReportFailed(`${call.step}/${answer.status}`);
    return answer;
  };

  const readElementsAnswer = ({ status, text, headers }: HttpAnswer, ownUri?: string): ElementsAnswer => {
    if (status === 204) return { kind: 'elements', elements: [], nextOffset: undefined };
    if (status === 202 && ownUri !== undefined) return { kind: 'computing', uri: ownUri };
    if (status === 202 || status === 303) {
      const location = headers['location'] ?? readJson(AddressAnswer, text, 'elements').uri;
      return { kind: 'computing', uri: readAddress(location, host) };
    }
    const { items, paging } = readJson(ElementsBody, text, 'elements').validElements;
    const next = Number(paging?.offset ?? 0) + items.length;
    return {
      kind: 'elements',
      elements: items.map(({ element }) => element),
      nextOffset: items.length > 0 && paging && next < Number(paging.total) ? next : undefined,
    };
  };

  return {
    async logIn() {
      // Level 0: both tokens come as cookies, so the first TT costs no call of its own.
      const postUserLogin = { login: username, password, remember: 0, verify_level: 0 };
      const answer = await send({
        step: 'login',
        method: 'POST',
        path: '/gdc/account/login',
        json: { postUserLogin },
      });
      if (answer.status !== 200) throw new InsightsRefused(`login/${answer.status}`);
      const cookies = answer.headers['set-cookie'];
      const sst =
        readCookie(cookies, 'GDCAuthSST') ?? readJson(LoginAnswer, answer.text, 'login').userLogin.token;
      if (sst === undefined || sst === '') throw new InsightsRefused('login/no-token');
      return { sst, tt: readCookie(cookies, 'GDCAuthTT') };
    },

    async issueTt(sst) {
      const answer = await send({
        step: 'tt',
        method: 'GET',
        path: '/gdc/account/token',
        headers: { 'X-GDC-AuthSST': sst },
      });
      // What isn't 200 here is about the SST: the call has nothing else that could be wrong.
      if (answer.status !== 200) throw new InsightsTokenRefused(`tt/${answer.status}`);
      return readJson(TokenAnswer, answer.text, 'tt').userToken.token;
    },

    async findForm(tt, identifier) {
      const { text } = await ask(tt, {
        step: 'identifiers',
        method: 'POST',
        path: `/gdc/md/${workspace}/identifiers`,
        json: { identifierToUri: [identifier] },
      });
      const { identifiers } = readJson(IdentifiersAnswer, text, 'identifiers');
      const uri = identifiers.find((one) => one.identifier === identifier)?.uri;
      const form = /\/obj\/(\d{1,12})$/.exec(uri ?? '')?.[1];
      if (form === undefined) throw new ReportFailed('identifiers/unknown');
      return form;
    },

    async searchElements(tt, { form, titles, offset }) {
      const answer = await ask(tt, {
        step: 'elements',
        method: 'POST',
        path: `${object(form)}/validElements?limit=1000&offset=${offset}&order=asc`,
        json: { validElementsRequest: { titles } },
      });
      return readElementsAnswer(answer);
    },

    readElements: async (tt, uri) =>
      readElementsAnswer(await ask(tt, { step: 'elements', method: 'GET', path: uri }), uri),

    async execute(tt, { form, elementUris }) {
      const { text } = await ask(tt, {
        step: 'execute',
        method: 'POST',
        path: `/gdc/app/projects/${workspace}/execute/raw`,
        json: {
          report_req: {
            report: object(report),
            context: {
              filters: [{ uri: object(form), constraint: { type: 'list', elements: elementUris } }],
            },
          },
        },
      });
      return readAddress(readJson(AddressAnswer, text, 'execute').uri, host);
    },

    async readReport(tt, uri) {
      const { status, text } = await ask(tt, { step: 'report', method: 'GET', path: uri });
      if (status === 202) return { kind: 'computing' };
      if (status === 200 || status === 204) return { kind: 'ready', csv: text };
      throw new ReportFailed(`report/${status}`);
    },
  };
}
