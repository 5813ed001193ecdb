import { formOf, queryOf } from '../../kernel/parameters';
import type { Route, TwilioRequest } from '../../kernel/route';
import { notFound } from '../../kernel/twilioError';
import { announce } from '../conferences/announce';
import { endConference } from '../conferences/endConference';
import type { Conference } from '../model';
import type { VoiceState } from '../state';
import { accountRoute, lastSid } from './accountRoute';
import { pageOf } from './pageOf';
import { readUrl } from './readForm';
import { showConference } from './shapes';

/** The Conferences resource: list, fetch, end, announce. */
export function conferenceRoutes(state: VoiceState): readonly Route[] {
  const { accountSid } = state.context;
  const show = (conference: Conference): unknown => showConference(accountSid, conference);
  const find = (request: TwilioRequest): Conference => {
    const conference = state.conferences.get(lastSid(request, 'conferenceSid'));
    if (!conference) throw notFound(request.path);
    return conference;
  };
  return [
    accountRoute(accountSid, 'GET', '/Conferences', (request) => {
      const query = queryOf(request);
      const status = query.choice('Status', ['init', 'in-progress', 'completed']);
      const name = query.text('FriendlyName');
      const found = [...state.conferences.values()]
        .filter((conference) => conference.status === (status ?? conference.status))
        .filter((conference) => conference.friendlyName === (name ?? conference.friendlyName));
      return pageOf(request, 'conferences', found.reverse(), show);
    }),
    accountRoute(accountSid, 'GET', '/Conferences/:conferenceSid', (request) => ({
      status: 200,
      body: show(find(request)),
    })),
    accountRoute(accountSid, 'POST', '/Conferences/:conferenceSid', (request) => {
      const conference = find(request);
      const status = formOf(request).choice('Status', ['completed']);
      const announcement = readUrl(request, 'Announce');
      if (conference.status === 'completed') throw notFound(request.path);
      if (announcement) void announce(state, { conference, participant: null, ...announcement });
      if (status !== undefined) endConference(state, conference, 'conference-ended-via-api');
      return { status: 200, body: show(conference) };
    }),
  ];
}
