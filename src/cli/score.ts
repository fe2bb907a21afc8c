/** `clew score CASE`: runs every indicator and assembles leads. */
import type { Case, ScoreOutcome } from '../cases/case.ts';
import { indicatorCountOf } from '../exchange/indicator-count.ts';
import { forms } from '../indicators/vocabulary.ts';
import type { ScoreReport } from '../server/api.ts';
import type { Day } from '../days.ts';
import { withCase, writeJson, type Register } from './command.ts';
import type { Io } from './io.ts';
import { asOfOption, countOption } from './options.ts';
import { Progress } from './progress.ts';
import { stoppable } from './stoppable.ts';
import { table } from './table.ts';
import { asOfNote, asOfText } from './told-case.ts';

interface ScoreFlags {
  readonly purpose: string;
  readonly actor?: string;
  readonly workers?: number;
  readonly asOf?: Day;
  readonly json?: true;
}

export const registerScore: Register = (program, io, finish) => {
  program
    .command('score')
    .description('search the case with every indicator and rank the leads')
    .argument('<case>', 'folder of the case')
    .option('--purpose <text>', 'why; kept in the case', 'scoring')
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .addOption(countOption('--workers <n>', 'threads (default: one per core, at most 8)'))
    .addOption(asOfOption())
    .option('--json', 'print a summary as JSON')
    .action(async (path: string, flags: ScoreFlags) => {
      const { purpose, actor, workers = io.workers, asOf } = flags;
      const report = await withCase(path, io, { readOnly: false, actor }, async (opened) => ({
        ...reportOf(await scoreCase(opened, io, purpose, workers, asOf)),
        ...asOfNote(opened, asOf),
      }));
      if (flags.json) writeJson(io, report);
      else io.out(textOf(report));
      finish(0);
    });
};

/** Scores with progress. */
export async function scoreCase(
  opened: Case,
  io: Io,
  purpose: string,
  workers: number,
  asOf?: Day,
): Promise<ScoreOutcome> {
  const progress = new Progress(io);
  try {
    const outcome = await stoppable(
      io,
      opened.score({
        purpose,
        workers,
        ...(asOf === undefined ? {} : { asOf }),
        signal: io.signal,
        onProgress: progress.report,
      }),
    );
    progress.done(`scored: ${outcome.leads.length} leads from ${outcome.findings.length} findings`);
    return outcome;
  } catch (thrown) {
    progress.clear();
    throw thrown;
  }
}

function reportOf({ ledger, settingsId, findings, leads, notTested }: ScoreOutcome): ScoreReport {
  const counted = forms.map((form): [string, number] => [form, leads.filter((lead) => lead.form === form).length]);
  return {
    ledger: ledger.id,
    settings: settingsId,
    transactions: ledger.count,
    findings: findings.length,
    leads: leads.length,
    forms: Object.fromEntries(counted.filter(([, count]) => count > 0)),
    notTested: notTested.map(({ indicator, why }) => ({ indicator, why })),
    indicators: indicatorCountOf(ledger),
  };
}

function textOf(report: ScoreReport): string {
  const rows = Object.entries(report.forms).map(([form, count]) => [form, String(count)]);
  const counts =
    rows.length === 0 ? 'No leads.\n' : table([{ title: 'form' }, { title: 'leads', align: 'right' }], rows);
  const searched = report.indicators === undefined ? '' : `${report.indicators.text}\n`;
  return (
    (report.asOf === undefined ? '' : asOfText(report.asOf)) +
    counts +
    searched +
    report.notTested.map(({ indicator, why }) => `not tested: ${indicator} (${why})\n`).join('')
  );
}
