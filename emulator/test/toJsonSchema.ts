/**
 * Turns a schema of OpenAPI 3.0 into JSON Schema: `nullable` becomes a type, and an object with named properties
 * must have them all and no others, because Twilio always answers with the whole resource.
 */
export function toJsonSchema(schema: unknown): Record<string, unknown> {
  const { nullable: isMarked, properties, items, ...rest } = entriesOf(schema);
  const converted: Record<string, unknown> = { ...rest };
  // Of some fields only the description says so (a conference's reason_conference_ended).
  const nullable = isMarked === true || String(rest['description']).includes('will be `null`');
  if (nullable && typeof rest['type'] === 'string') converted['type'] = [rest['type'], 'null'];
  if (nullable && Array.isArray(rest['enum'])) converted['enum'] = [...(rest['enum'] as unknown[]), null];
  if (items !== undefined) converted['items'] = toJsonSchema(items);
  if (properties !== undefined) {
    const named = entriesOf(properties);
    converted['properties'] = Object.fromEntries(
      Object.entries(named).map(([name, value]) => [name, toJsonSchema(value)]),
    );
    converted['required'] = Object.keys(named);
    converted['additionalProperties'] = false;
  }
  return converted;
}

const entriesOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
