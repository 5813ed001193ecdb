import { pathSid } from '../../kernel/pathSid';
import type { Reply, Route, TwilioRequest } from '../../kernel/route';
import type { InsightsContext } from '../insightsContext';
import type { Execution } from '../reports/execution';
import { toCsv } from '../reports/toCsv';
import type { RouteMaker } from './guard';
import { readExecution } from './readExecution';
import { readGdcBody } from './readGdcBody';
import { refuse } from './refusal';

/** Raw reports: executed by one request, polled for by others. */
export function reportRoutes(context: InsightsContext, routes: RouteMaker): readonly Route[] {
  const { settings, rows, executions } = context;

  const execute = (request: TwilioRequest): Reply => {
    const current = settings.current();
    const execution = readExecution(current, rows.list(), readGdcBody(request));
    const id = executions.start(execution, execution.report.latencyMs ?? current.reportLatencyMs);
    return { status: 201, body: { uri: `/gdc/projects/${current.workspaceId}/execute/raw/${id}` } };
  };

  const show = (execution: Execution): Reply => {
    const style = settings.current();
    if (execution.rows.length === 0 && style.emptyAnswer === 'no-content') return { status: 204 };
    return {
      status: 200,
      body: toCsv(execution.report.columns, execution.rows, style),
      headers: { 'Content-Type': 'text/csv; charset=UTF-8' },
    };
  };

  const poll = (request: TwilioRequest): Reply => {
    const execution = executions.poll(pathSid(request, 'executionId'));
    if (execution === undefined) throw refuse(404, 'The execution does not exist');
    return execution === 'computing' ? { status: 202 } : show(execution.result);
  };

  return [
    routes.ofWorkspace('POST', '/gdc/app/projects/:workspaceId/execute/raw', execute),
    routes.ofWorkspace('GET', '/gdc/projects/:workspaceId/execute/raw/:executionId', poll),
  ];
}
