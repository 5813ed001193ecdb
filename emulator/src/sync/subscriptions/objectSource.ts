import { TwilioError } from '../../kernel/twilioError';
import { serviceOfSession } from '../cds/serviceOfSession';
import type { ObjectKind, SyncChange } from '../change';
import { LISTS, MAPS } from '../collectionKind';
import type { SyncService, TopLevelObject } from '../model';
import type { Sync } from '../sync';
import { describeNow } from './describeNow';
import { showEvent } from './showEvent';
import type { SubscriptionRequest, SubscriptionSource } from './source';

/** Replayed events come as this type, in order; the others by the kind of their object (twilio-sync's client.js). */
const REPLAY = 'twilio.sync.event';

interface Watcher {
  readonly request: SubscriptionRequest;
  sent: number;
}

const KINDS: Readonly<
  Record<
    ObjectKind,
    { find: (service: SyncService, sid: string) => TopLevelObject | undefined; missingCode: number }
  >
> = {
  document: { find: (service, sid) => service.documents.find(sid), missingCode: 54100 },
  list: { find: (service, sid) => service.lists.find(sid), missingCode: LISTS.missingCode },
  map: { find: (service, sid) => service.maps.find(sid), missingCode: MAPS.missingCode },
};

const isKind = (type: string): type is ObjectKind => Object.hasOwn(KINDS, type);

/** Documents, Lists and Maps as things to subscribe to. */
export function createObjectSource(sync: Sync): SubscriptionSource {
  const watchersOf = new Map<string, Set<Watcher>>();

  const push = (change: SyncChange): void => {
    for (const watcher of watchersOf.get(change.object.sid) ?? []) {
      if (change.id <= watcher.sent) continue;
      watcher.sent = change.id;
      const { session, protocolVersion } = watcher.request;
      session.notify(`com.twilio.rtd.cds.${change.kind}`, showEvent(sync, change, protocolVersion));
    }
    if (change.type === 'removed') watchersOf.delete(change.object.sid);
  };

  sync.feed.on((change) => {
    // After the present call: whoever wrote gets the answer first, as from a service across the world.
    if (watchersOf.has(change.object.sid)) {
      sync.clock.schedule(0, () => {
        push(change);
      });
    }
  });

  return {
    objectTypes: Object.keys(KINDS),
    establish(request) {
      const { objectSid, objectType, session, protocolVersion } = request;
      if (!isKind(objectType)) throw new TwilioError(400, 54000, `${objectType} can't be subscribed to`);
      const { find, missingCode } = KINDS[objectType];
      const service = serviceOfSession(sync, { method: 'GET', session, params: {} });
      const object = find(service, objectSid);
      if (!object) throw new TwilioError(404, missingCode, `${objectType} not found`);
      const { lastEventId } = object.history;
      const missed =
        object.history.since(request.lastEventId ?? lastEventId) ?? describeNow(service, objectType, object);
      for (const change of missed) session.notify(REPLAY, showEvent(sync, change, protocolVersion));
      const watcher: Watcher = { request, sent: lastEventId };
      const watchers = watchersOf.get(object.sid) ?? new Set();
      watchersOf.set(object.sid, watchers.add(watcher));
      return {
        lastEventId,
        cancel() {
          watchers.delete(watcher);
          if (watchers.size === 0 && watchersOf.get(object.sid) === watchers) watchersOf.delete(object.sid);
        },
      };
    },
  };
}
