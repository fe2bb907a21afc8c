/** The property that `npm run fuzz` and the gate check: any mutation of any seed is read or refused with a code. */
import fc from 'fast-check';
import { importOne } from './import-one.ts';
import { mutated, mutation } from './mutations.ts';
import { seeds } from './seeds.ts';

/** @param before told of each file just before it is imported, so that one that hangs is known */
export function anyFileIsReadOrRefused(
  before: (name: string, bytes: Buffer) => void = () => undefined,
  after: (outcomes: readonly string[]) => void = () => undefined,
): fc.IAsyncProperty<unknown> {
  const all = seeds();
  return fc.asyncProperty(
    fc.nat({ max: all.length - 1 }),
    fc.array(mutation, { minLength: 1, maxLength: 6 }),
    async (index, mutations) => {
      const seed = all[index] as (typeof all)[number];
      const bytes = mutated(seed.bytes, mutations);
      before(seed.name, bytes);
      after(await importOne(seed.name, bytes));
    },
  );
}
