import { createHash } from 'node:crypto';

const PRODUCTS = ['data_sync', 'flex_insights', 'ip_messaging'];

/**
 * Under which name each product's SDK keeps its cache in the browser (`offline_storage` of the init reply). Another
 * start of the local Twilio is another name: what a tab cached before is of a Twilio that is gone.
 */
export function storageIds(startedAt: number, identity: string): Record<string, { storage_id: string }> {
  return Object.fromEntries(
    PRODUCTS.map((product) => {
      const hash = createHash('md5').update(`${startedAt}/${identity}/${product}`).digest('hex');
      return [product, { storage_id: `ST${hash}` }];
    }),
  );
}
