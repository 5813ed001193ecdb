/** The form names that are no instruction's parameters. */
const OTHERS: readonly string[] = ['ReservationStatus', 'WorkerActivitySid', 'Instruction'];

/** Reads the `Instruction` of a reservation update and its parameters, as named by Twilio; repeated ones joined by commas. */
export function readInstruction(form: URLSearchParams): {
  readonly instruction: string | undefined;
  readonly instructionParameters: Readonly<Record<string, string>> | undefined;
} {
  const instruction = form.get('Instruction') ?? undefined;
  if (instruction === undefined) return { instruction, instructionParameters: undefined };
  const names = [...new Set(form.keys())].filter((name) => !OTHERS.includes(name));
  return {
    instruction,
    instructionParameters: Object.fromEntries(names.map((name) => [name, form.getAll(name).join(',')])),
  };
}
