import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import type { InsightsContext } from '../insightsContext';
import { attributeUri, findElements, formUri, type ElementsRequest } from '../reports/elements';
import type { RouteMaker } from './guard';
import { readGdcBody, textsIn, unwrap } from './readGdcBody';
import { refuse } from './refusal';

const EXTERNAL_ID_LABEL = 'label.conversations.external_id';
const EXTERNAL_ID_ATTRIBUTE = 'attr.conversations.external_id';

const ok = (body: unknown): Reply => ({ status: 200, body });

function numberIn({ query }: TwilioRequest, name: string, fallback: number): number {
  const value = Number(query.get(name) ?? fallback);
  if (Number.isSafeInteger(value) && value >= 0) return value;
  throw refuse(400, `${name} must be a whole number`);
}

function readElementsRequest(request: TwilioRequest, pageSize: number): ElementsRequest {
  const fields = unwrap(readGdcBody(request), 'validElementsRequest');
  const titles = textsIn(fields, 'titles');
  const uris = textsIn(fields, 'uris');
  const order = request.query.get('order') ?? 'asc';
  if (order !== 'asc' && order !== 'desc') throw refuse(400, 'order must be asc or desc');
  return {
    ...(titles === undefined ? {} : { titles }),
    ...(uris === undefined ? {} : { uris }),
    complement: fields['complement'] === true,
    filter: request.query.get('filter') ?? '',
    order,
    offset: numberIn(request, 'offset', 0),
    limit: Math.min(numberIn(request, 'limit', pageSize), pageSize),
  };
}

/** `/gdc/md/…`: the display form of external IDs, and its values. */
export function metadataRoutes(context: InsightsContext, routes: RouteMaker): readonly Route[] {
  const { settings, rows, elementTasks } = context;

  const identify = (request: TwilioRequest): Reply => {
    const asked = textsIn(readGdcBody(request), 'identifierToUri');
    if (asked === undefined) throw refuse(400, 'The request has no identifierToUri');
    const known = new Map([
      [EXTERNAL_ID_LABEL, formUri(settings.current())],
      [EXTERNAL_ID_ATTRIBUTE, attributeUri(settings.current())],
    ]);
    return ok({
      identifiers: asked.flatMap((identifier) => {
        const uri = known.get(identifier);
        return uri === undefined ? [] : [{ identifier, uri }];
      }),
    });
  };

  const requireForm = (request: TwilioRequest): void => {
    const formId = pathSid(request, 'formId');
    if (formId !== settings.current().externalIdForm)
      throw refuse(404, `The object with ID ${formId} does not exist`);
  };

  const answerElements = (request: TwilioRequest): unknown => {
    const current = settings.current();
    const asked = readElementsRequest(request, current.elementsPageSize);
    const { items, total } = findElements(current, rows.list(), asked);
    return {
      validElements: {
        items: items.map((element) => ({ element })),
        paging: { total: String(total), count: items.length, offset: String(asked.offset) },
        elementsMeta: {
          attribute: attributeUri(current),
          attributeDisplayForm: formUri(current),
          filter: asked.filter,
          order: asked.order,
        },
      },
    };
  };

  const listElements = (request: TwilioRequest): Reply => {
    requireForm(request);
    const answer = answerElements(request);
    const { elementsLatencyMs, elementsTask } = settings.current();
    if (elementsLatencyMs === 0) return ok(answer);
    const uri = `${request.path}/${elementTasks.start(answer, elementsLatencyMs)}`;
    return elementsTask === 'uri'
      ? { status: 202, body: { uri } }
      : { status: 303, headers: { Location: uri } };
  };

  const pollElements = (request: TwilioRequest): Reply => {
    requireForm(request);
    const task = elementTasks.poll(pathSid(request, 'taskId'));
    if (task === undefined) throw refuse(404, 'The task does not exist');
    if (task === 'computing') return { status: 202, body: { taskState: { status: 'RUNNING' } } };
    return ok(task.result);
  };

  return [
    routes.ofWorkspace('POST', '/gdc/md/:workspaceId/identifiers', identify),
    routes.ofWorkspace('POST', '/gdc/md/:workspaceId/obj/:formId/validElements', listElements),
    routes.ofWorkspace('GET', '/gdc/md/:workspaceId/obj/:formId/validElements/:taskId', pollElements),
  ];
}
