/** The desk's OpenAPI 3.1 description, made from its endpoints and their zod schemas. */
import { z } from 'zod';
import { problem } from './api.ts';
import type { Endpoint } from './endpoint.ts';

type Json = Readonly<Record<string, unknown>>;

function schemaOf(type: z.ZodType, io: 'input' | 'output' = 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io });
  return schema;
}

/** The whole document; the same endpoints always give the same bytes. */
export function openApi(endpoints: readonly Endpoint[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const one of endpoints) (paths[one.path] ??= {})[one.method] = operation(one);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Clew desk',
      version: '1',
      description:
        'Answers on 127.0.0.1 only, to holders of the token that was printed at start. Ends are pseudonyms until a reveal with a purpose is active.',
    },
    paths,
    components: {
      securitySchemes: { token: { type: 'apiKey', in: 'query', name: 'token' } },
      schemas: { Problem: schemaOf(problem) },
    },
    security: [{ token: [] }],
  };
}

function operation(one: Endpoint): Json {
  const content = { [one.isStream ? 'text/event-stream' : 'application/json']: { schema: schemaOf(one.answer) } };
  return {
    summary: one.summary,
    parameters: [
      ...Object.entries(one.parameters).map(([name, type]) => ({
        name,
        in: 'path',
        required: true,
        schema: schemaOf(type),
      })),
      ...Object.entries(one.query).map(([name, type]) => ({
        name,
        in: 'query',
        required: false,
        schema: schemaOf(type, 'input'),
      })),
    ],
    ...(one.body
      ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(one.body, 'input') } } } }
      : {}),
    responses: {
      [String(one.status)]: { description: one.isStream ? 'Events, one JSON each' : 'Answer', content },
      default: {
        description: 'A problem with its code (docs/errors.md)',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}
