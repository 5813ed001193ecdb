/** Tells the story, at a pace a person can follow, and keeps the count of what held. */
export interface Narrator {
  chapter(title: string): Promise<void>;
  say(text: string): Promise<void>;
  /** States what must hold now; a story with one check that fails has failed. */
  check(text: string, holds: boolean): Promise<void>;
  readonly checks: { readonly passed: number; readonly failed: number };
}

/** @param paceMs pause after every line, so that it can be read */
export function createNarrator(paceMs: number, write: (line: string) => void): Narrator {
  let passed = 0;
  let failed = 0;
  const line = async (text: string): Promise<void> => {
    write(text);
    if (paceMs > 0) await new Promise((resolve) => setTimeout(resolve, paceMs));
  };
  return {
    chapter: (title) => line(`\n${title}\n${'─'.repeat(title.length)}`),
    say: (text) => line(`  ${text}`),
    check: (text, holds) => {
      if (holds) passed += 1;
      else failed += 1;
      return line(`  ${holds ? '✓' : '✗'} ${text}`);
    },
    get checks() {
      return { passed, failed };
    },
  };
}
