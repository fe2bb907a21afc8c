/**
 * Leads of generated worlds, from their bank files: none swallows the bank, none is a fragment of
 * another, and nobody who may be a victim is an account of interest.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { filesToLeads } from '../../bench/pipeline.ts';
import type { EndId } from '../../src/formats/end-table.ts';
import type { Lead } from '../../src/leads/lead.ts';
import { exportWorld } from '../../src/training/export-world.ts';
import type { Level } from '../../src/training/model.ts';
import { buildWorld } from '../../src/training/world.ts';

/** The most that a person can still read as one network (`leads/link.ts`). */
const READABLE = 60;

/** Those that a lead gives a role; a sender whom it leaves open, or a purchaser, joins nobody (`leads/link.ts`). */
const peopleOf = (lead: Lead): EndId[] =>
  lead.accounts.filter(({ role }) => role !== 'undetermined' && role !== 'possible-purchaser').map(({ end }) => end);

it.each<[number, Level]>([
  [31, 'demo'],
  [77, 'demo'],
  [101, 'hard'],
  [202, 'hard'],
])(
  'are small networks apart: world %i, %s',
  async (seed, level) => {
    const folder = mkdtempSync(join(tmpdir(), 'clew-networks-'));
    try {
      for (const { name, bytes } of exportWorld(buildWorld({ seed, level, accounts: 1500 })).files)
        writeFileSync(join(folder, name), bytes);
      const { leads } = await filesToLeads([folder], 1);
      expect(leads.length).toBeGreaterThan(10);
      for (const lead of leads) {
        expect(peopleOf(lead).length, lead.id).toBeLessThanOrEqual(READABLE);
        expect(
          lead.accountsOfInterest.filter((end) => lead.possibleVictims.includes(end)),
          lead.id,
        ).toEqual([]);
        for (const other of leads) {
          if (other === lead) continue;
          const whole = new Set(peopleOf(other));
          expect(
            peopleOf(lead).length > 0 && peopleOf(lead).every((end) => whole.has(end)),
            `${lead.id} within ${other.id}`,
          ).toBe(false);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  120_000,
);
