import { WORKFLOW } from '../../test/world/people';
import { enqueueTwiml } from './enqueueTwiml';

describe('the TwiML that enqueues a call', () => {
  it('carries whatever a caller is called', () => {
    const twiml = enqueueTwiml(WORKFLOW, { name: `O'Neil & <Sons> "Ltd"` }, 'https://x.test/?a=1&b=2');

    expect(twiml).toContain(`workflowSid="${WORKFLOW}"`);
    expect(twiml).toContain('<Task priority="1000">');
    expect(twiml).toContain('O&#39;Neil &#38; &#60;Sons&#62; \\&#34;Ltd\\&#34;');
    expect(twiml).toContain('action="https://x.test/?a=1&#38;b=2"');
  });
});
