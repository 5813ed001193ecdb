import { invalid } from '../kernel/twilioError';

/** A parameter of the form; 400 / 20001 when it is missing or empty. */
export function requireField(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') throw invalid(`Missing required parameter ${name} in the post body`);
  return value;
}
