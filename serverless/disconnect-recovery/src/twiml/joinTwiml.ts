import type { TaskSid } from '@patchbay/shared/contracts';

/** TwiML that puts a call into the conference of a task. It may leave again without ending it. */
export const joinTwiml = (taskSid: TaskSid): string =>
  `<Response><Dial><Conference endConferenceOnExit="false" beep="false">${taskSid}</Conference></Dial></Response>`;
