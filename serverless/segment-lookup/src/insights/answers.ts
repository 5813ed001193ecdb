import * as z from 'zod/mini';
import { InsightsUnavailable } from './failures';

/** GoodData writes the numbers of a page as text, now and then as numbers. */
const Count = z.union([z.number(), z.string().check(z.regex(/^\d{1,9}$/))]);

export const LoginAnswer = z.object({ userLogin: z.object({ token: z.optional(z.string()) }) });
export const TokenAnswer = z.object({ userToken: z.object({ token: z.string().check(z.minLength(1)) }) });
export const IdentifiersAnswer = z.object({
  identifiers: z.array(z.object({ identifier: z.string(), uri: z.string() })),
});
export const ElementsBody = z.object({
  validElements: z.object({
    items: z.array(z.object({ element: z.object({ title: z.string(), uri: z.string() }) })),
    paging: z.optional(z.object({ total: Count, offset: Count })),
  }),
});
/** Where to ask for what is computed in the background. */
export const AddressAnswer = z.object({ uri: z.string() });

/** The fields we use of a JSON answer. Throws InsightsUnavailable for anything that isn't what the documents say. */
export function readJson<Schema extends z.ZodMiniType>(
  schema: Schema,
  text: string,
  step: string,
): z.infer<Schema> {
  const parsed = schema.safeParse(parse(text));
  if (parsed.success) return parsed.data;
  throw new InsightsUnavailable(`${step}/unreadable`);
}

function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
