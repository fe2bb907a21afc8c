/** `clew leads CASE`: the ranked leads with their reasons, under pseudonyms unless a purpose is given. */
import { CodedError } from '../errors.ts';
import type { Day } from '../days.ts';
import { withCase, writeJson, type Register } from './command.ts';
import { leadsText } from './leads-table.ts';
import { asOfOption, countOption } from './options.ts';
import { asOfText, leadsOf } from './told-case.ts';

interface LeadsFlags {
  readonly reveal?: true;
  readonly purpose?: string;
  readonly actor?: string;
  readonly top?: number;
  readonly asOf?: Day;
  readonly json?: true;
}

const SHOWN = 10;

export const registerLeads: Register = (program, io, finish) => {
  program
    .command('leads')
    .description('ranked leads with their reasons; accounts are pseudonyms')
    .argument('<case>', 'folder of the case')
    .option('--reveal', 'print account identifiers; needs --purpose and is kept in the case')
    .option('--purpose <text>', 'why identifiers are needed')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .addOption(countOption('--top <n>', `how many are told in full (default: ${SHOWN})`))
    .addOption(asOfOption())
    .option('--json', 'print all leads as JSON')
    .action(async (path: string, flags: LeadsFlags) => {
      const { reveal = false, purpose = '', actor, top = SHOWN, asOf } = flags;
      if (reveal && purpose.trim() === '') throw new CodedError('CLEW_PURPOSE_MISSING');
      const report = await withCase(path, io, { readOnly: !reveal, actor }, (opened) => {
        const told = leadsOf(opened, reveal, asOf);
        // Minutes 0: for this once, nothing stays revealed.
        if (reveal) opened.append({ kind: 'revealed', minutes: 0 }, purpose);
        return told;
      });
      if (flags.json) writeJson(io, report);
      else io.out((report.asOf === undefined ? '' : `${asOfText(report.asOf)}\n`) + leadsText(report, top));
      finish(0);
    });
};
