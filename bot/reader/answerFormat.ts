/** The form that a model's answer has, as chat-completions services take it: our own schema in JSON Schema. */
import { z } from 'zod';
import { readSchema } from '../../understanding/reader.ts';

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** What the services' strict mode does not know. Our own schema looks at the answer again anyway. */
const unknownThere: readonly (keyof JsonSchema)[] = [
  '$schema',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'minLength',
  'maxLength',
  'pattern',
];

function inStrictMode(schema: JsonSchema): void {
  for (const keyword of unknownThere) delete schema[keyword];
  if (schema.oneOf) {
    schema.anyOf = schema.oneOf;
    delete schema.oneOf;
  }
  // We would take a count as text too.
  if (String(schema.type) === 'number,string') schema.type = 'integer';
  if (schema.type === 'object') schema.additionalProperties = false;
}

/**
 * The same for all tenants and steps, so that a service compiles it once: names of plans and articles are looked
 * up afterwards.
 */
const { $schema: _, ...schema } = z.toJSONSchema(readSchema, {
  io: 'input',
  override: ({ jsonSchema }) => inStrictMode(jsonSchema),
});

export const answerFormat = {
  type: 'json_schema' as const,
  json_schema: { name: 'what_the_message_says', strict: true, schema },
};
