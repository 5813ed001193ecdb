import { readEvents, type Callback } from '../callback';
import type { InstructionOptions } from './readOptions';

/** The callback an instruction configures under a name, e.g. `ConferenceStatusCallback`. */
export function callbackOf(options: InstructionOptions, name: string, byDefault: string): Callback | null {
  const url = options.text(name);
  if (url === undefined) return null;
  return {
    url,
    method: options.text(`${name}Method`)?.toUpperCase() === 'GET' ? 'GET' : 'POST',
    events: readEvents(options.text(`${name}Event`) ?? byDefault),
  };
}
