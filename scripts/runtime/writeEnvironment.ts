import { writeAtomically } from '../services/writeAtomically';

/**
 * Writes an env file, readable by this user only, from which `twilio-run` reads back exactly these values.
 * It takes one assignment a line, strips one pair of quotes and knows no escapes but `\n` in double quotes (dotenv 6):
 * a value with a line break and a literal `\n` cannot be written and throws.
 */
export function writeEnvironment(file: string, values: Readonly<Record<string, string>>): void {
  const lines = Object.entries(values).map(([name, value]) => `${checked(name)}=${quote(name, value)}\n`);
  writeAtomically(file, lines.join(''), 0o600);
}

function checked(name: string): string {
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) throw new Error(`${name} is not the name of a variable.`);
  return name;
}

function quote(name: string, value: string): string {
  if (!/[\r\n]/.test(value)) return `'${value}'`;
  if (/\r|\\n/.test(value)) throw new Error(`${name}: this value cannot be written to an env file.`);
  return `"${value.replaceAll('\n', '\\n')}"`;
}
