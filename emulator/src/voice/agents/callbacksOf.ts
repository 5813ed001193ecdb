import type { Callback } from '../model';
import type { InstructionOptions } from './readOptions';

/** The callback an instruction or a request configures under a name, e.g. `ConferenceStatusCallback`. */
export function callbackOf(options: InstructionOptions, name: string, byDefault: string): Callback | null {
  const url = options.text(name);
  if (url === undefined) return null;
  return {
    url,
    method: options.text(`${name}Method`)?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    events: (options.text(`${name}Event`) ?? byDefault).split(/[\s,]+/),
  };
}
