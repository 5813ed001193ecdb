import { nameWorkflows } from './nameWorkflows';

describe('TwiML of a scenario', () => {
  it('may name workflows instead of their SIDs', () => {
    const twiml = `<Enqueue workflowSid="Voice"/><Enqueue workflowSid='Voice'/>`;

    expect(nameWorkflows(twiml, { Voice: 'WW1' })).toBe(
      `<Enqueue workflowSid="WW1"/><Enqueue workflowSid='WW1'/>`,
    );
  });

  it('keeps SIDs, and names it does not know', () => {
    const twiml = '<Enqueue workflowSid="WW2"/><Say>workflowSid</Say>';

    expect(nameWorkflows(twiml, { Voice: 'WW1' })).toBe(twiml);
  });
});
