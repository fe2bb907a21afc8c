/**
 * What a piece of a world is: one scheme or one decoy kind per file, each a function of the builder
 * and a random stream of its own. `catalogue.ts` lists them.
 */
import type { Random } from '../random.ts';
import type { WorldBuilder } from './builder.ts';

export interface SchemePlan {
  readonly id: string;
  plant(b: WorldBuilder, random: Random): void;
}

export interface DecoyPlan {
  readonly id: string;
  plant(b: WorldBuilder, random: Random): void;
}
