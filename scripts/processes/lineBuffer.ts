import { stripVTControlCharacters } from 'node:util';

/** The last lines a process wrote, as plain text; bounded in lines and in characters per line. */
export interface LineBuffer {
  /** Takes output in pieces as they come; returns the lines that are complete now. */
  push(piece: string): string[];
  /** The newest lines, oldest first, an unfinished one last. */
  last(count: number): string[];
}

const MOST_LINES = 500;
const LONGEST_LINE = 4_000;

/** A tool that clears the screen (flex-plugin does) must not clear that of whoever is told what it wrote. */
const tidy = (line: string): string => stripVTControlCharacters(line).slice(0, LONGEST_LINE);

export function createLineBuffer(): LineBuffer {
  const lines: string[] = [];
  let unfinished = '';
  return {
    push(piece) {
      const complete = (unfinished + piece).split(/\r?\n/).map(tidy);
      unfinished = complete.pop() ?? '';
      lines.push(...complete);
      lines.splice(0, lines.length - MOST_LINES);
      return complete;
    },
    last: (count) => [...lines, ...(unfinished === '' ? [] : [unfinished])].slice(-count),
  };
}
