/**
 * Flex addresses a call as an interaction that bears its task's name: `KD…` for `WT…` (flex-ui 2.17.1, where the task
 * has no `flexInteractionSid`). Channel and participants are named alike here, so that nothing needs to be remembered.
 */
const renamed = (prefix: string, sid: string): string => `${prefix}${sid.slice(2)}`;

export const interactionSidOf = (taskSid: string): string => renamed('KD', taskSid);
export const channelSidOf = (taskSid: string): string => renamed('UO', taskSid);
export const participantSidOf = (callSid: string): string => renamed('UT', callSid);

export const taskSidOf = (interactionSid: string): string => renamed('WT', interactionSid);
export const callSidOf = (participantSid: string): string => renamed('CA', participantSid);
