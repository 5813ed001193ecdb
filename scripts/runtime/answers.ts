import { get } from 'node:http';

/** Resolves when an HTTP server on this machine answers a request, whatever it says; rejects after 5 s without. */
export function answers(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, path: '/', agent: false, timeout: 5_000 }, (response) => {
      response.resume();
      response.on('end', resolve);
    });
    request.on('timeout', () => request.destroy(new Error(`Nothing answers on port ${port}.`)));
    request.on('error', reject);
  });
}
