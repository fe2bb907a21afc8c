/** `clew files CASE`: what became of every file. */
import { withCase, writeJson, type Register } from './command.ts';
import { filesText } from './files-table.ts';
import { filesOf } from './told-case.ts';

export const registerFiles: Register = (program, io, finish) => {
  program
    .command('files')
    .description('records, totals per currency and balance checks of every file of a case')
    .argument('<case>', 'folder of the case')
    .option('--json', 'print the report as JSON')
    .action(async (path: string, flags: { readonly json?: true }) => {
      const report = await withCase(path, io, { readOnly: true }, filesOf);
      if (flags.json) writeJson(io, report);
      else io.out(filesText(report));
      finish(0);
    });
};
