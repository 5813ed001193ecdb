import type { TunnelRoute } from '../../twilsock/tunnel';
import { LISTS, MAPS } from '../collectionKind';
import type { Sync } from '../sync';
import { clientCollectionRoutes } from './clientCollectionRoutes';
import { clientDocumentRoutes } from './clientDocumentRoutes';
import { clientItemRoutes } from './clientItemRoutes';

/**
 * What `twilio-sync` asks of `cds[.region].twilio.com/v3` through Twilsock: by a unique name under `/v3/Maps`, and then
 * by the URLs it was shown, which name the Service.
 */
export function cdsRoutes(sync: Sync): readonly TunnelRoute[] {
  return ['/v3', '/v3/Services/:service'].flatMap((base) => [
    ...clientDocumentRoutes(sync, base),
    ...[LISTS, MAPS].flatMap((kind) => [
      ...clientCollectionRoutes(sync, kind, base),
      ...clientItemRoutes(sync, kind, base),
    ]),
  ]);
}
