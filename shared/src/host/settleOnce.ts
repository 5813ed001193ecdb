import type { Answer } from './answer';
import type { TwilioCallback } from './twilioContext';

/** Sends the first answer as a Twilio response; of every later one it only says `false`. */
export function settleOnce(callback: TwilioCallback): (answer: Answer) => boolean {
  let settled = false;
  return ({ status, headers, body }) => {
    if (settled) return false;
    const response = new Twilio.Response();
    response.setStatusCode(status);
    for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value);
    // An object, not its text: the forked local runtime serializes the body of a JSON response itself.
    response.setBody(body);
    settled = true;
    callback(null, response);
    return true;
  };
}
