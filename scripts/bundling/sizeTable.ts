import { gzipSync } from 'node:zlib';
import type { Bundle } from './bundle';
import { sizeLimitOf } from './sizeGate';

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

/** The functions of all services with their sizes, as aligned lines of text. */
export function sizeTable(bundles: readonly Bundle[]): string {
  const rows = bundles.flatMap(({ service, functions }) =>
    functions.map((built) => [
      `${service.name}${built.path}`,
      built.visibility,
      kilobytes(built.contents.byteLength),
      kilobytes(gzipSync(built.contents).byteLength),
      kilobytes(sizeLimitOf(built)),
    ]),
  );
  const lines = [['function', 'visibility', 'minified', 'gzip', 'limit'], ...rows];
  const widths =
    lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const pad = (cell: string, width: number, column: number): string =>
  column < 2 ? cell.padEnd(width) : cell.padStart(width);
