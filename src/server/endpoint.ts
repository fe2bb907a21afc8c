/**
 * An endpoint as a value: where it is, what it takes and what it answers, and the few lines that do
 * it. Express and the OpenAPI description are both made from the same list, so neither can drift.
 */
import { Router, type Request, type Response } from 'express';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import type { Desk } from './desk.ts';

type Shape = Readonly<Record<string, z.ZodType>>;
type Read<S extends Shape | undefined> = S extends Shape ? { [K in keyof S]: z.infer<S[K]> } : object;

export interface Endpoint {
  readonly method: 'get' | 'post' | 'delete';
  /** OpenAPI's way of writing it, `/api/leads/{id}`. */
  readonly path: string;
  readonly summary: string;
  readonly parameters: Shape;
  readonly query: Shape;
  readonly body?: z.ZodType;
  readonly status: number;
  readonly answer: z.ZodType;
  /** Server-sent events with `answer` as the data of each. */
  readonly isStream: boolean;
  handle(desk: Desk, request: Request, response: Response): Promise<void>;
}

interface Common<P extends Shape | undefined, Q extends Shape | undefined, B extends z.ZodType | undefined> {
  readonly summary: string;
  readonly parameters?: P;
  readonly query?: Q;
  readonly body?: B;
  readonly status?: number;
}
interface Asked<P extends Shape | undefined, Q extends Shape | undefined, B extends z.ZodType | undefined> {
  readonly parameters: Read<P>;
  readonly query: Read<Q>;
  readonly body: B extends z.ZodType ? z.infer<B> : undefined;
}

/** An endpoint that answers once, with JSON of its schema. */
export function endpoint<
  A extends z.ZodType,
  P extends Shape | undefined = undefined,
  Q extends Shape | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(
  method: Endpoint['method'],
  path: string,
  spec: Common<P, Q, B> & {
    readonly answer: A;
    handle(desk: Desk, asked: Asked<P, Q, B>): z.infer<A> | Promise<z.infer<A>>;
  },
): Endpoint {
  const { parameters = {}, query = {}, body, summary, status = 200, answer } = spec;
  return {
    method,
    path,
    summary,
    parameters,
    query,
    ...(body ? { body } : {}),
    status,
    answer,
    isStream: false,
    async handle(desk, request, response) {
      const asked = {
        parameters: read(z.object(parameters), request.params),
        query: read(z.object(query), request.query),
        body: body ? read(body, request.body) : undefined,
      } as Asked<P, Q, B>;
      response.status(status).json(await spec.handle(desk, asked));
    },
  };
}

/** An endpoint that keeps sending until `follow` resolves or the reader goes. */
export function eventStream<A extends z.ZodType, P extends Shape>(
  path: string,
  spec: {
    readonly summary: string;
    readonly parameters: P;
    readonly answer: A;
    follow(desk: Desk, parameters: Read<P>, send: (event: z.infer<A>) => void, signal: AbortSignal): Promise<void>;
  },
): Endpoint {
  return {
    method: 'get',
    path,
    summary: spec.summary,
    parameters: spec.parameters,
    query: {},
    status: 200,
    answer: spec.answer,
    isStream: true,
    async handle(desk, request, response) {
      const gone = new AbortController();
      response.on('close', () => gone.abort());
      const send = (event: unknown): void => {
        if (!response.headersSent) {
          response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
        }
        if (!response.writableEnded) response.write(`data: ${JSON.stringify(event)}\n\n`);
      };
      const parameters = read(z.object(spec.parameters), request.params) as Read<P>;
      await spec.follow(desk, parameters, send, gone.signal);
      response.end();
    },
  };
}

/** Mounts endpoints on a router. */
export function routerOf(endpoints: readonly Endpoint[], desk: Desk): Router {
  const router = Router();
  for (const one of endpoints) {
    router[one.method](one.path.replace(/\{(\w+)\}/g, ':$1'), (request, response) =>
      one.handle(desk, request, response),
    );
  }
  return router;
}

/** Values of a request stay out of the message: they may hold names. */
function read<S extends z.ZodType>(schema: S, value: unknown): z.infer<S> {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, code }) => `${path.join('.') || 'request'}: ${code}`);
  throw new CodedError('CLEW_USAGE', { reason: faults.join('; ') });
}
