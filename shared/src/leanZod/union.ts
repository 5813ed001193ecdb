import { flaw } from './flaw';
import { type Internals, type Reading, Schema } from './schema';

/** What the first option that fits makes of the value; the flaws of the only one whose type fits, or all of them. */
export const union = (options: readonly Schema[]): Schema =>
  new Schema({ def: { type: 'union', options }, ...absenceOf(options) }, (value) => {
    const readings: Reading[] = [];
    for (const option of options) {
      const reading = option.read(value);
      if (reading.flaws.length === 0) return reading;
      readings.push(reading);
    }
    const [nearest, ...others] = readings.length === 1 ? readings : readings.filter(isOfType);
    if (nearest !== undefined && others.length === 0) return nearest;
    const errors = readings.map(({ flaws }) => flaws.map(({ issue }) => issue));
    return { value, flaws: [flaw('grave', { code: 'invalid_union', errors })] };
  });

const isOfType = ({ flaws }: Reading): boolean => flaws.every(({ weight }) => weight === 'mild');

function absenceOf(options: readonly Schema[]): Pick<Internals, 'optin' | 'optout'> {
  const ways = options.map(({ _zod }) => _zod);
  const optin = ways.some((way) => way.optin === 'defaulted')
    ? 'defaulted'
    : ways.find((way) => way.optin !== undefined)?.optin;
  return { optin, optout: ways.find((way) => way.optout !== undefined)?.optout };
}
