import { isoDate, page } from '../kernel/paging';
import { pathSid } from '../kernel/pathSid';
import type { Route } from '../kernel/route';
import { notFound } from '../kernel/twilioError';
import { EVENT_TYPES, LATEST_SCHEMA_VERSIONS, type EventType } from './catalogue';

const ORIGIN = 'https://events.twilio.com/v1';

/** When the catalogue appeared: any fixed date does. */
const PUBLISHED = isoDate(Date.UTC(2021, 4, 21));

/** `/v1/Types` and `/v1/Schemas`: the catalogue, read only. */
export function typeRoutes(): readonly Route[] {
  return [
    {
      method: 'GET',
      pattern: '/v1/Types',
      handle: (request) => {
        const schemaId = request.query.get('SchemaId');
        const types = [...EVENT_TYPES.values()].filter(
          (type) => (schemaId ?? type.schemaId) === type.schemaId,
        );
        return page(request, 'types', types, showType);
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Types/:type',
      handle: (request) => {
        const type = EVENT_TYPES.get(pathSid(request, 'type'));
        if (type === undefined) throw notFound(request.path);
        return { status: 200, body: showType(type) };
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Schemas/:schemaId',
      handle: (request) => {
        const id = pathSid(request, 'schemaId');
        return { status: 200, body: showSchema(id, latestVersion(id, request.path)) };
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Schemas/:schemaId/Versions',
      handle: (request) => {
        const id = pathSid(request, 'schemaId');
        const versions = Array.from({ length: latestVersion(id, request.path) }, (_, index) => index + 1);
        return page(request, 'schema_versions', versions, (version) => showVersion(id, version));
      },
    },
    {
      method: 'GET',
      pattern: '/v1/Schemas/:schemaId/Versions/:version',
      handle: (request) => {
        const { path } = request;
        const id = pathSid(request, 'schemaId');
        const version = Number(pathSid(request, 'version'));
        const exists = Number.isInteger(version) && version >= 1 && version <= latestVersion(id, path);
        if (!exists) throw notFound(path);
        return { status: 200, body: showVersion(id, version) };
      },
    },
  ];
}

function latestVersion(schemaId: string, path: string): number {
  const version = LATEST_SCHEMA_VERSIONS.get(schemaId);
  if (version === undefined) throw notFound(path);
  return version;
}

const showType = ({ type, schemaId, description }: EventType) => ({
  type,
  schema_id: schemaId,
  description,
  status: 'available',
  documentation_url: null,
  date_created: PUBLISHED,
  date_updated: PUBLISHED,
  url: `${ORIGIN}/Types/${type}`,
  links: { schema: `${ORIGIN}/Schemas/${schemaId}/Versions` },
});

const showSchema = (id: string, version: number) => ({
  id,
  latest_version: version,
  latest_version_date_created: PUBLISHED,
  url: `${ORIGIN}/Schemas/${id}`,
  links: { versions: `${ORIGIN}/Schemas/${id}/Versions` },
});

const showVersion = (id: string, version: number) => ({
  id,
  schema_version: version,
  date_created: PUBLISHED,
  url: `${ORIGIN}/Schemas/${id}/Versions/${version}`,
  raw: `https://events-schemas.twilio.com/${id}/${version}`,
});
