/** An event's fields by snake_case name, as both the callbacks and Event Streams know them. */
export type EventFields = Readonly<Record<string, FieldValue>>;

export type FieldValue = string | number | boolean;

/** What a group of fields may hold before the absent ones are left out: Twilio omits them, it doesn't send them empty. */
export type OptionalFields = Readonly<Record<string, FieldValue | null | undefined>>;

/** The fields that have a value. */
export function presentFields(fields: OptionalFields): EventFields {
  const present: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (value !== null && value !== undefined) present[name] = value;
  }
  return present;
}
