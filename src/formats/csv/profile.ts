/**
 * A named set of decisions for one bank's layout, so that they are made once. The next file of that
 * layout is known by a fingerprint of its column names and delimiter; the line they stand in may
 * move. A file without column names shows nothing that a fingerprint could hold to, so a profile
 * for such files is used only where somebody names it.
 */
import { createHash } from 'node:crypto';
import type { ByteSource, Member } from '../format.ts';
import { quoteOf } from './layout.ts';
import { faultOf, type CsvOverrides } from './overrides.ts';
import { sampleRecords, takeSample, textReader, type SampleBytes } from './sample.ts';

export interface CsvProfile {
  readonly name: string;
  readonly fingerprint: string;
  readonly delimiter: string;
  /** Without account and without profile. */
  readonly overrides: CsvOverrides;
}

const HEADER_WITHIN = 80;

/**
 * Of column names, delimiter and family of encodings. UTF-8 and the code pages are one family: a
 * month without a single umlaut is ASCII, whatever the bank writes else.
 */
export function fingerprintOf(header: readonly string[], delimiter: number, encoding: string): string {
  const family = encoding.startsWith('utf-16') ? 'utf-16' : 'bytes';
  const names = header.map((name) => name.replace(/^\ufeff/, '').trim());
  return createHash('sha256')
    .update(JSON.stringify([family, delimiter, names]))
    .digest('hex')
    .slice(0, 16);
}

/** What is wrong with a profile's name; undefined where nothing is. */
export function nameFault(name: string): string | undefined {
  const isName = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,59}$/u.test(name) && !name.endsWith('.') && !name.endsWith(' ');
  return isName ? undefined : 'a profile’s name has up to 60 letters, digits, blanks, points and dashes';
}

/** A profile of these decisions; the account belongs to a file and not to its layout. */
export function profileOf(
  name: string,
  layout: { readonly fingerprint: string; readonly delimiter: string },
  overrides: CsvOverrides,
): CsvProfile {
  return { name, fingerprint: layout.fingerprint, delimiter: layout.delimiter, overrides: kept(overrides) };
}

/** What may be kept of decisions in a profile or an event. */
export function kept(overrides: CsvOverrides): CsvOverrides {
  const { account: _, profile: __, ...rest } = overrides;
  return rest;
}

/** A profile read back from JSON, or what is wrong with it. */
export function readProfile(value: unknown): CsvProfile | string {
  if (typeof value !== 'object' || value === null) return 'it is no profile';
  const { name, fingerprint, delimiter, overrides } = value as Partial<Record<keyof CsvProfile, unknown>>;
  if (typeof name !== 'string' || typeof fingerprint !== 'string' || typeof delimiter !== 'string')
    return 'it is no profile';
  if (typeof overrides !== 'object' || overrides === null) return 'it has no overrides';
  const fault = nameFault(name) ?? faultOf(overrides) ?? faultOf({ delimiter });
  return fault ?? { name, fingerprint, delimiter, overrides: kept(overrides) };
}

/** Decisions of a profile for this file, with the line in which its column names stand here; undefined where it does not fit. */
export function fitting(profile: CsvProfile, source: ByteSource, member: Member): CsvOverrides | undefined {
  const { fingerprint, delimiter, overrides, name } = profile;
  if (overrides.headerLine === 0) return undefined;
  const sample = takeSample(source, overrides.encoding ?? member.encoding);
  const line = headerLine(sample, delimiter, fingerprint);
  return line === undefined ? undefined : { ...overrides, delimiter, headerLine: line, profile: name };
}

function headerLine(sample: SampleBytes, delimiter: string, fingerprint: string): number | undefined {
  const byte = delimiter.charCodeAt(0);
  if (!sample.head.includes(byte)) return undefined;
  const quote = quoteOf(sample.head, byte);
  const separators = { delimiter: byte, quote, escape: quote };
  const records = sampleRecords(sample.head, separators, textReader(sample.encoding), sample.isWhole, HEADER_WITHIN);
  return records.find(({ fields }) => fingerprintOf(fields, byte, sample.encoding) === fingerprint)?.line;
}
