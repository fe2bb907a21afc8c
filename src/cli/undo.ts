/** `clew undo CASE SEQUENCE`: takes back an import, a change of settings, a decision, a note or an undo. */
import { withCase, writeJson, type Register } from './command.ts';
import { wholeNumber } from './options.ts';

interface UndoFlags {
  readonly purpose?: string;
  readonly actor?: string;
  readonly json?: true;
}

export const registerUndo: Register = (program, io, finish) => {
  program
    .command('undo')
    .description('take back an event; the undo is an event too (see clew events)')
    .argument('<case>', 'folder of the case')
    .argument('<sequence>', 'number of the event', (text) => wholeNumber(text, 1))
    .option('--purpose <text>', 'why; kept in the case')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .option('--json', 'print the new event as JSON')
    .action(async (path: string, sequence: number, { purpose, actor, json }: UndoFlags) => {
      const event = await withCase(path, io, { readOnly: false, actor }, (opened) =>
        opened.undo(sequence, purpose ?? `undo of event ${sequence}`),
      );
      if (json) writeJson(io, event);
      else io.out(`Event ${sequence} is undone (event ${event.sequence}).\n`);
      finish(0);
    });
};
