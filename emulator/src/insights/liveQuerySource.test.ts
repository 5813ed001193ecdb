import { recordSession } from '../../test/openTunnel';
import { createVirtualClock } from '../kernel/virtualClock';
import { createLiveQuerySource } from './liveQuerySource';
import { queryId } from './queryId';
import { createTables } from './tables';

const QUERY = 'data.activity_name == "Available"';

function open() {
  const clock = createVirtualClock({ mode: 'paused' });
  const tables = createTables();
  const source = createLiveQuerySource(clock, tables);
  const { session, told } = recordSession('flex_insights');
  const establish = (lastEventId?: number, objectSid = queryId('tr-worker', QUERY)) =>
    source.establish({
      ...{ objectSid, objectType: 'live_query', indexName: 'tr-worker', queryString: QUERY },
      ...{ lastEventId, protocolVersion: 3, session },
    });
  const worker = (sid: string, activity: string): void => {
    tables.get('tr-worker').set(sid, { activity_name: activity });
  };
  return { clock, told, establish, worker };
}

describe('a live query as a thing to subscribe to', () => {
  it('is sent anew to who knows an older state, and not to who knows the present one', () => {
    const { told, establish, worker } = open();
    worker('WK1', 'Available');
    worker('WK2', 'Break');

    establish(2);
    expect(told).toEqual([]);
    establish(1);

    expect(told).toMatchObject([
      { payload: { event_type: 'live_query_updated', event: { items: [{ key: 'WK1' }], last_event_id: 2 } } },
    ]);
  });

  it('says nothing any more once it is canceled, also of what was on its way', async () => {
    const { clock, told, establish, worker } = open();
    const subscription = establish();

    worker('WK1', 'Available');
    subscription.cancel();
    await clock.advance(0);

    expect(told).toEqual([]);
  });

  it('is refused under the id of another', () => {
    const { establish } = open();

    expect(() => establish(undefined, 'QR0')).toThrow('its id is not QR0');
  });
});
