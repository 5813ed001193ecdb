import type { Figure } from './figure';

/** A line per figure, aligned, with its aim and whether it was reached. */
export function printFigures(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ name }) => name.length));
  return figures
    .map(({ name, value, unit, aim }) => {
      const shown = value >= 1_000 ? Math.round(value).toString() : value.toFixed(2);
      return `${name.padEnd(width)}  ${shown.padStart(9)} ${unit}${describeAim(value, aim)}`;
    })
    .join('\n');
}

function describeAim(value: number, aim: Figure['aim']): string {
  if (aim === undefined) return '';
  if ('atMost' in aim) return `  (aim ≤ ${aim.atMost}: ${value <= aim.atMost ? 'reached' : 'missed'})`;
  return `  (aim ≥ ${aim.atLeast}: ${value >= aim.atLeast ? 'reached' : 'missed'})`;
}
