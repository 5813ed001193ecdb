import { request, type IncomingHttpHeaders } from 'node:http';

export interface PageAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface PageQuestion {
  /** e.g. `alice.localhost`. */
  readonly host: string;
  readonly path: string;
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Asks a local Twilio as a browser would whose address bar names `host`; fetch can't say so. */
export function askPage(origin: string, question: PageQuestion): Promise<PageAnswer> {
  const { host, path, method = 'GET', headers = {}, body } = question;
  return new Promise((resolve, reject) => {
    const asked = request(
      new URL(path, origin),
      { method, headers: { accept: 'text/html', ...headers, host: `${host}:${new URL(origin).port}` } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}
