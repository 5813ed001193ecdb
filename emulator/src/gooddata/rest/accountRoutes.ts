import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import { setCookie } from '../auth/cookies';
import { profileIdOf } from '../auth/sessions';
import type { InsightsContext } from '../insightsContext';
import { sstOf, temporaryTokenOf, type RouteMaker } from './guard';
import { readGdcBody, unwrap } from './readGdcBody';
import { challenge, refuse } from './refusal';

const ok = (body: unknown, headers: NonNullable<Reply['headers']> = {}): Reply => ({
  status: 200,
  body,
  headers,
});

const sstCookie = (sst: string): string => setCookie('GDCAuthSST', sst, '/gdc/account');
const ttCookie = (tt: string): string => setCookie('GDCAuthTT', tt, '/gdc');

function readLogin(request: TwilioRequest) {
  const { login, password, verify_level: level = 0 } = unwrap(readGdcBody(request), 'postUserLogin');
  if (typeof login !== 'string' || typeof password !== 'string' || (level !== 0 && level !== 2))
    throw refuse(400, 'postUserLogin takes login, password, remember and verify_level 0 or 2');
  return { login, password, inCookies: level === 0 };
}

/** `/gdc/account/…`: an SST for login and password, a TT for an SST, and the way out. */
export function accountRoutes(context: InsightsContext, routes: RouteMaker): readonly Route[] {
  const { settings, sessions, throttle } = context;

  const logIn = (request: TwilioRequest): Reply => {
    const { login, password, inCookies } = readLogin(request);
    const waitMs = throttle.admit(login);
    if (waitMs > 0) {
      const seconds = String(Math.ceil(waitMs / 1_000));
      throw refuse(429, 'Too many login attempts', { 'Retry-After': seconds });
    }
    if (!settings.current().users.some((user) => user.login === login && user.password === password)) {
      throttle.refused(login);
      throw refuse(401, 'Bad Login or Password!', { 'WWW-Authenticate': 'GoodData realm="GoodData API"' });
    }
    const sst = sessions.open(login);
    const profileId = profileIdOf(login);
    const userLogin = {
      profile: `/gdc/account/profile/${profileId}`,
      state: `/gdc/account/login/${profileId}`,
    };
    if (!inCookies) return ok({ userLogin: { ...userLogin, token: sst } });
    const tt = sessions.temporaryToken(sst) ?? '';
    return ok({ userLogin }, { 'Set-Cookie': [sstCookie(sst), ttCookie(tt)] });
  };

  const renew = (request: TwilioRequest): Reply => {
    const { sst, inCookie } = sstOf(request);
    const token = sessions.temporaryToken(sst);
    if (token === undefined) throw challenge('GDCAuthSST');
    return ok({ userToken: { token } }, inCookie ? { 'Set-Cookie': ttCookie(token) } : {});
  };

  const logOut = (request: TwilioRequest): Reply => {
    const { sst } = sstOf(request);
    const holder = sessions.holder('sst', sst);
    if (holder === undefined) throw challenge('GDCAuthSST');
    if (sessions.holder('tt', temporaryTokenOf(request)) !== holder) throw challenge('GDCAuthTT');
    if (pathSid(request, 'profileId') !== holder) throw refuse(403, 'Access denied');
    sessions.close(sst);
    return { status: 204 };
  };

  return [
    routes.open('POST', '/gdc/account/login', logIn),
    routes.open('GET', '/gdc/account/token', renew),
    routes.open('DELETE', '/gdc/account/login/:profileId', logOut),
  ];
}
