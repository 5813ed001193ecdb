import twilio from 'twilio';
import type Response from 'twilio/lib/http/response';
import type { RequestOptions } from 'twilio/lib/base/RequestClient';
import { expectMatchesOpenApi } from './openapi';

/** The SDK's own HTTP client; every answer below 400 must be what Twilio's OpenAPI file says. */
export class ValidatingClient extends twilio.RequestClient {
  constructor(private readonly file: string) {
    super();
  }

  override async request<TData>(options: RequestOptions<TData>): Promise<Response<TData>> {
    const response = await super.request(options);
    if (response.statusCode < 400) {
      const body: unknown = response.body;
      const parsed: unknown = typeof body === 'string' && body !== '' ? JSON.parse(body) : body;
      const { pathname } = new URL(options.uri);
      expectMatchesOpenApi(
        this.file,
        options.method,
        pathname,
        response.statusCode,
        parsed === '' ? undefined : parsed,
      );
    }
    return response;
  }
}
