/**
 * JSON with one spelling per value: keys sorted by code unit, no white space, numbers as ECMAScript
 * writes them (RFC 8785). Hashes in a case are over this text, so that equal states have equal hashes.
 */
import { createHash } from 'node:crypto';
import { CodedError } from '../errors.ts';

/** The canonical text; absent (`undefined`) properties are left out. Throws for what JSON can't say. */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CodedError('CLEW_INTERNAL', { reason: `${value} is no JSON number` });
      return JSON.stringify(value);
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
      return canonicalObject(value as Readonly<Record<string, unknown>>);
    default:
      throw new CodedError('CLEW_INTERNAL', { reason: `a ${typeof value} has no JSON` });
  }
}

function canonicalObject(value: Readonly<Record<string, unknown>>): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    if (value[key] !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(value[key])}`);
  }
  return `{${members.join(',')}}`;
}

/** SHA-256 of a text's UTF-8 bytes, in lower-case hex. */
export function sha256Of(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
