/**
 * Turns a world into the files that an investigator would be handed, and their truth.
 */
import { seededRandom } from '../random.ts';
import { writeBankA } from './exports/bank-a.ts';
import { writeBankB } from './exports/bank-b.ts';
import { writeBankC } from './exports/bank-c.ts';
import { writeBankD } from './exports/bank-d.ts';
import { writeCustomers } from './exports/customers.ts';
import type { Account, World } from './model.ts';
import { statementsOf } from './statement.ts';
import { truthOf, type Truth } from './truth.ts';

export interface ExportedWorld {
  readonly files: ReadonlyArray<{ readonly name: string; readonly bytes: Uint8Array }>;
  readonly truth: Truth;
}

/** All files of a world. */
export function exportWorld(world: World): ExportedWorld {
  const statements = statementsOf(world);
  const involved = new Set<Account>([
    ...world.decoys.flatMap((decoy) => decoy.accounts),
    ...world.schemes.flatMap((scheme) => scheme.members.flatMap(({ end }) => (end.kind === 'account' ? [end] : []))),
  ]);
  const isBackground = (account: Account): boolean => !involved.has(account);
  const period = [world.first, world.last] as const;
  const damage = seededRandom(world.seed, 'damage');
  const banks = [
    writeBankA(statements, period, damage.stream('a'), isBackground),
    writeBankB(statements, damage.stream('b'), isBackground),
    writeBankC(statements, period),
    writeBankD(statements, period),
  ];
  return { files: [...banks, writeCustomers(world.accounts)], truth: truthOf(world, banks) };
}
