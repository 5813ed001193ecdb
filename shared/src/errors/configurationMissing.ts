import { PatchbayError } from './patchbayError';

/** The service lacks configuration; says everything that is missing or unreadable at once, names only. */
export class ConfigurationMissing extends PatchbayError {
  override readonly name = 'ConfigurationMissing';

  constructor(problems: readonly string[]) {
    super('configuration_missing', 'This service is not configured completely.', { details: problems });
  }
}
