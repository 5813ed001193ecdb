import { readJson } from '../../kernel/readJson';
import { parseExpression } from '../expressions';
import { WorkflowConfigurationError } from './configurationError';
import { readObject, readObjects, readText, type JsonObject } from './jsonReader';
import type { WorkflowConfiguration, WorkflowFilter, WorkflowTarget } from './model';
import { parseTarget } from './parseTarget';
import { readQueue } from './readQueue';

/** Parses a workflow's `configuration`. Throws WorkflowConfigurationError or ExpressionSyntaxError, both 400/20001. */
export function parseWorkflowConfiguration(json: string): WorkflowConfiguration {
  const document = readJson(json);
  if (document === undefined) throw new WorkflowConfigurationError('configuration', 'is not valid JSON');
  const routing = readObject(
    readObject(document, 'configuration').members.get('task_routing'),
    'task_routing',
  );
  const filters = readObjects(routing, 'filters').map(parseFilter);
  const defaultFilter = parseDefaultFilter(routing);
  if (filters.length === 0 && defaultFilter === null) {
    throw new WorkflowConfigurationError('task_routing', 'must have a filter or a default_filter');
  }
  return { filters, defaultFilter };
}

/** The TaskQueues a configuration sends tasks to, each once. */
export function queuesOf(configuration: WorkflowConfiguration): readonly string[] {
  const queues = configuration.filters.flatMap((filter) => filter.targets.map((target) => target.queue));
  return [
    ...new Set(
      configuration.defaultFilter === null ? queues : [...queues, configuration.defaultFilter.queue],
    ),
  ];
}

function parseFilter(filter: JsonObject): WorkflowFilter {
  const expressionText = readText(filter, 'expression');
  if (expressionText === null) throw new WorkflowConfigurationError(filter.path, 'must have an expression');
  const targets: WorkflowTarget[] = [];
  for (const target of readObjects(filter, 'targets')) {
    targets.push(parseTarget(target, targets.at(-1)?.queue ?? null));
  }
  const [first, ...rest] = targets;
  if (first === undefined) throw new WorkflowConfigurationError(filter.path, 'must have at least one target');
  return {
    // Older documents call it friendly_name.
    friendlyName: readText(filter, 'filter_friendly_name') ?? readText(filter, 'friendly_name'),
    expression: parseExpression(expressionText),
    expressionText,
    targets: [first, ...rest],
  };
}

function parseDefaultFilter(routing: JsonObject): WorkflowConfiguration['defaultFilter'] {
  const value = routing.members.get('default_filter') ?? null;
  if (value === null) return null;
  const object = readObject(value, 'task_routing.default_filter');
  const queue = readQueue(object);
  if (queue === null) throw new WorkflowConfigurationError(object.path, 'must name a queue');
  return { queue };
}
