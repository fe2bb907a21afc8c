/** Files that are cut, swapped and overwritten at random: counts add up, and nothing but a CodedError is thrown. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CodedError } from '../../src/errors.ts';
import camt053 from '../../src/formats/camt053.ts';
import mt940 from '../../src/formats/mt940.ts';
import pacs008 from '../../src/formats/pacs008.ts';
import pain001 from '../../src/formats/pain001.ts';
import { packageRoot } from '../../src/package-root.ts';
import { seededRandom } from '../../src/random.ts';
import { readRows, thrownBy } from '../fixtures/read-rows.ts';

const fixtures = [
  ['camt/v2.xml', camt053],
  ['camt/v8-latin1.xml', camt053],
  ['pacs008/envelope.xml', pacs008],
  ['pain001/batches.xml', pain001],
  ['mt/german-dutch.sta', mt940],
  ['mt/pages.sta', mt940],
] as const;

for (const [name, format] of fixtures) {
  it(`reads a broken ${name} without surprise`, () => {
    const whole = readFileSync(join(packageRoot, 'test/fixtures', name));
    const random = seededRandom(20240305, name);
    for (let round = 0; round < 150; round++) {
      const bytes = Buffer.from(whole);
      for (let i = random.integer(1, 6); i > 0; i--) {
        const at = random.integer(0, bytes.length - 1);
        if (random.chance(0.5)) bytes[at] = random.integer(0, 255);
        else bytes.copyWithin(at, random.integer(0, bytes.length - 1), random.integer(0, bytes.length));
      }
      const broken = random.chance(0.3) ? bytes.subarray(0, random.integer(0, bytes.length)) : bytes;
      const fault = thrownBy(() => {
        const { segment, rows } = readRows(broken, format.read);
        const { read, kept, rejected, notBooked } = segment.records;
        expect(read).toBe(kept + rejected + notBooked);
        expect(new Set(rows.map((row) => row.record)).size).toBe(kept + notBooked);
      });
      if (fault !== undefined && !(fault instanceof CodedError)) throw fault;
    }
  });
}
