import { TwilioError } from '../../kernel/twilioError';

/** 400 / 20001: a workflow configuration TaskRouter refuses to store. */
export class WorkflowConfigurationError extends TwilioError {
  constructor(
    /** Where in the document, e.g. `task_routing.filters[0].targets[1].queue`. */
    readonly path: string,
    reason: string,
  ) {
    super(400, 20001, `Invalid Workflow configuration: ${path} ${reason}`);
  }
}
