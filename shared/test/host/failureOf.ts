import { FailureBody } from '../../src/contracts';

/** The body of a failed response; throws when it isn't what every failure has to be. */
export const failureOf = async (response: Response): Promise<FailureBody> =>
  FailureBody.parse(await response.json());
