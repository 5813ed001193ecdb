import type { Route } from '../../kernel/route';
import { ok } from './interactionRoutes';

/**
 * `/v3/Instances/{GO}/TransferSettings`: what Flex UI 2.17.1 asks when its flag `new-transfer-experience` is on, before
 * it offers to transfer conversations. Notes and summaries, which live in services of their own, are off.
 */
export const transferSettingsRoute: Route = {
  method: 'GET',
  pattern: '/v3/Instances/:instanceSid/TransferSettings',
  auth: 'flex',
  handle: () =>
    ok({ transfer_settings: [{ enabled: true, transfer_notes_enabled: false, ai_summary_enabled: false }] }),
};
