import { postAdmin } from './askTwilio';
import type { Stack, StackFlex } from './model';

/** Tells the local Twilio whose pages there are, which plugins they load and how the account's Flex is configured. */
export async function configureFlex(
  { twilio, seeded, services }: Pick<Stack, 'twilio' | 'seeded' | 'services'>,
  { pages, plugins, features, uiAttributes }: StackFlex,
): Promise<void> {
  await postAdmin(twilio, 'flex', {
    workspaceSid: seeded.workspaceSid,
    pages: Object.fromEntries(
      pages.map(({ name, label, description }) => [name, { identity: name, label, description }]),
    ),
    plugins: plugins.map(({ name, version, file }) => ({ name, version, file })),
    features,
    uiAttributes: uiAttributes({ seeded, services }),
  });
}
