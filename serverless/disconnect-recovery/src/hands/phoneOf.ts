import type { Attributes, WorkerPhone } from '@patchbay/shared/contracts';

/** Where a worker's calls ring: Flex's `contact_uri` is `client:…` for the softphone in the page. */
export const phoneOf = (attributes: Attributes | undefined): WorkerPhone | undefined => {
  const uri = attributes?.['contact_uri'];
  if (typeof uri !== 'string') return undefined;
  return uri.startsWith('client:') ? 'softphone' : 'telephone';
};
