import axios from 'axios';
import { once } from '../src/testing';
import { acceptCall } from './acceptCall';
import { elementsIn, textAt, withTt } from './insightsClient';
import { openVoiceCentre, type VoiceCentre } from './voiceCentre';

describe('a call of the local contact centre', () => {
  let centre: VoiceCentre;
  beforeEach(async () => {
    centre = await openVoiceCentre();
  });
  afterEach(() => centre.stop());

  /** Logs in and finds the elements of a task. */
  async function elementsOf(taskSid: string): Promise<readonly string[]> {
    const { workspaceId, username, password, externalIdForm, host } = centre.local.insights.access();
    const http = axios.create({ baseURL: `${centre.local.origin}/_host/${host}` });
    const login = { login: username, password, remember: 0, verify_level: 2 };
    const { data: session } = await http.post<unknown>('/gdc/account/login', { postUserLogin: login });
    const { data } = await http.get<unknown>('/gdc/account/token', {
      headers: { 'X-GDC-AuthSST': textAt(session, 'userLogin', 'token') },
    });
    const answer = await http.post<unknown>(
      `/gdc/md/${workspaceId}/obj/${externalIdForm}/validElements`,
      { validElementsRequest: { titles: [taskSid] } },
      withTt(textAt(data, 'userToken', 'token')),
    );
    return elementsIn(answer.data).map(([title]) => title);
  }

  it('that is transferred COLD is in the reports half an hour after its end, as four segments', async () => {
    const [alice, bob] = await Promise.all([centre.connect('alice'), centre.connect('bob')]);
    await Promise.all([centre.registerDevice('alice'), centre.registerDevice('bob')]);
    const offered = once(alice, 'reservationCreated');
    await centre.call();
    const first = await offered;
    await acceptCall(centre, first);
    const [again, wrapping] = [once(bob, 'reservationCreated'), once(first, 'wrapup')];
    await first.updateParticipant({ endConferenceOnExit: false });
    await first.task.transfer(bob.sid, { mode: 'COLD' });
    const second = await again;
    await wrapping;
    await acceptCall(centre, second);
    for (const reservation of [first, second]) {
      const completed = once(reservation, 'completed');
      await reservation.complete();
      await completed;
    }
    const before = await elementsOf(first.task.sid);
    await centre.local.clock.advance(30 * 60_000);

    expect(before).toEqual([]);
    expect(await elementsOf(first.task.sid)).toEqual([first.task.sid]);
    expect(centre.local.insights.state()).toMatchObject({ rows: 4, loadsToCome: 0 });
  });
});
