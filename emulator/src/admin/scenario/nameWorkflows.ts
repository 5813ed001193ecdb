/** Puts SIDs in the place of workflow names, wherever TwiML has an attribute `workflowSid`. */
export const nameWorkflows = (twiml: string, sidByName: Readonly<Record<string, string>>): string =>
  twiml.replaceAll(/\bworkflowSid=(["'])(.*?)\1/g, (whole, quote: string, name: string) =>
    sidByName[name] === undefined ? whole : `workflowSid=${quote}${sidByName[name]}${quote}`,
  );
