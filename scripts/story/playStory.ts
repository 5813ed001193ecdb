import { redirectTwilio } from '@patchbay/emulator/redirect';
import twilio from 'twilio';
import type { Stack } from '../stack/model';
import { openAgentPage, type AgentPage } from './agentPage';
import { serviceOf } from './centre';
import { declining } from './chapters/declining';
import { doubleClick } from './chapters/doubleClick';
import { goneAgent } from './chapters/goneAgent';
import { interruptedTransfer } from './chapters/interruptedTransfer';
import { killedFunction } from './chapters/killedFunction';
import { lostResponse } from './chapters/lostResponse';
import { pulledPlug } from './chapters/pulledPlug';
import { segments } from './chapters/segments';
import { plainTransfer } from './chapters/transfer';
import type { Narrator } from './narrator';

const CHAPTERS = [
  plainTransfer,
  doubleClick,
  lostResponse,
  killedFunction,
  declining,
  pulledPlug,
  goneAgent,
  interruptedTransfer,
  segments,
];

/** Plays every chapter on a running stack. Resolves with true when every check held; rejects when it could not go on. */
export async function playStory(stack: Stack, tell: Narrator): Promise<boolean> {
  const restore = redirectTwilio(stack.twilio.origin);
  const opened: AgentPage[] = [];
  const open = async (name: string): Promise<AgentPage> => {
    const identity = stack.seeded.identities[name];
    if (identity === undefined) throw new Error(`Nobody plays ${name}.`);
    const page = await openAgentPage(name, identity.token, {
      twilio: stack.twilio.origin,
      service: serviceOf(stack.services, 'attribution-transfer').origin,
    });
    opened.push(page);
    return page;
  };
  try {
    const pages = { carol: await open('carol'), bob: await open('bob'), bella: await open('bella') };
    const client = twilio(stack.twilio.accountSid, stack.twilio.authToken);
    for (const play of CHAPTERS) await play({ tell, stack, twilio: client, pages, open });
    return tell.checks.failed === 0;
  } finally {
    for (const page of opened) page.close();
    restore();
  }
}
