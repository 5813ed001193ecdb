/** The parameters of an instruction by one spelling, whatever they came by. */
export interface InstructionOptions {
  text(name: string): string | undefined;
  flag(name: string, fallback: boolean): boolean;
  /** A whole number of seconds. */
  seconds(name: string): number | undefined;
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/**
 * Reads an instruction's parameters by their plain names: REST writes `EndConferenceOnExit` (and, for the older
 * instructions, `DequeueTo`), an answered assignment callback `end_conference_on_exit`.
 */
export function readOptions(
  instruction: string,
  parameters: Readonly<Record<string, string>>,
): InstructionOptions {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(parameters)) {
    const key = plain(name);
    values.set(
      key.startsWith(instruction) && instruction !== 'conference' ? key.slice(instruction.length) : key,
      value,
    );
  }
  const text = (name: string): string | undefined => values.get(plain(name)) || undefined;
  return {
    text,
    flag: (name, fallback) => {
      const value = text(name)?.toLowerCase();
      return value === undefined ? fallback : value === 'true';
    },
    seconds: (name) => {
      const value = Number(text(name));
      return Number.isInteger(value) && value > 0 ? value : undefined;
    },
  };
}
