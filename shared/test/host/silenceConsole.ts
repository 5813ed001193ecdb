/** Keeps the functions' log out of the test report; returns the lines written in the running test. */
export function silenceConsole(): readonly string[] {
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    for (const level of ['info', 'warn', 'error'] as const) {
      jest.spyOn(console, level).mockImplementation((...line: unknown[]) => {
        lines.push(line.join(' '));
      });
    }
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return lines;
}
