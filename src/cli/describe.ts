/**
 * `docs/cli.md`, made from the commands themselves and from the zod schemas of what they print, so
 * that a test can tell when it is out of date.
 */
import type { Command } from 'commander';
import { z } from 'zod';
import { errorCatalogue } from '../errors.ts';
import { caseEvent, eventsReport, filesReport, leadsReport, scoreReport } from '../server/api.ts';
import { coverageReport, inspectionReport, matchesReport, profilesReport } from '../server/api-intake.ts';
import type { Io } from './io.ts';
import { clewProgram } from './main.ts';

/** What `--json` prints, by command. */
export const jsonShapes: Readonly<Record<string, z.ZodType>> = {
  inspect: inspectionReport,
  profiles: profilesReport,
  ingest: filesReport,
  files: filesReport,
  coverage: coverageReport,
  matches: matchesReport,
  score: scoreReport,
  leads: leadsReport,
  events: eventsReport,
  undo: caseEvent,
};

const nobody: Io = {
  out: () => undefined,
  err: () => undefined,
  isTerminal: false,
  clock: () => 0,
  token: () => '',
  user: '',
  workers: 1,
  folder: '.',
  config: '.',
  signal: new AbortController().signal,
};

/** The whole page as Markdown. */
export function cliDocs(): string {
  const commands = clewProgram(nobody, () => undefined).commands;
  return [
    '# Commands\n',
    'Made from the commands by `src/cli/describe.ts`; a test compares. Update: `npx vitest run --project unit test/docs.test.ts -u`.\n',
    'Results go to standard output, progress and notices to standard error. `--json` prints one JSON document that ends in a line feed; the same files under the same settings give the same bytes for `files` and `leads`, which hold no path, time or fact of the machine. Accounts are pseudonyms everywhere but under `leads --reveal`. Ctrl-C stops a command within a second and leaves the case as it was.\n',
    ...commands.map(commandDocs),
    exitDocs(),
    shapeDocs(),
  ].join('\n');
}

function commandDocs(command: Command): string {
  const args = command.registeredArguments.map((one) => one.name().toUpperCase() + (one.variadic ? '…' : ''));
  const rows = [
    ...command.registeredArguments.map((one): [string, string] => [one.name().toUpperCase(), one.description]),
    ...command.options.map((one): [string, string] => [
      one.flags,
      one.description +
        (one.argChoices ? `: ${one.argChoices.map((choice) => `\`${choice}\``).join(', ')}` : '') +
        (typeof one.defaultValue === 'string' ? ` (default: \`${one.defaultValue}\`)` : ''),
    ]),
  ];
  return [
    `## \`clew ${[command.name(), ...args].join(' ')}\`\n`,
    `${sentence(command.description())}\n`,
    '| | |\n|---|---|',
    ...rows.map(([what, why]) => `| \`${what.replace(/\|/g, '\\|')}\` | ${why.replace(/\|/g, '\\|')} |`),
    '',
  ].join('\n');
}

function exitDocs(): string {
  const byExit = new Map<number, string[]>();
  for (const [code, { exit }] of Object.entries(errorCatalogue))
    byExit.set(exit, [...(byExit.get(exit) ?? []), `\`${code}\``]);
  return [
    '## Exit codes\n',
    '| code | when |\n|---|---|',
    '| 0 | done; rejected records are no error, they are counted and listed |',
    ...[...byExit].sort(([a], [b]) => a - b).map(([exit, codes]) => `| ${exit} | ${codes.join(', ')} |`),
    '',
    'A file that cannot be read at all among good ones: the good ones are imported, the exit code is that of the file. Every code is explained in [errors.md](errors.md).\n',
  ].join('\n');
}

/** One schema per shape, however many commands print it. */
function shapeDocs(): string {
  const commandsOf = new Map<z.ZodType, string[]>();
  for (const [command, shape] of Object.entries(jsonShapes))
    commandsOf.set(shape, [...(commandsOf.get(shape) ?? []), command]);
  const parts = [...commandsOf].map(([shape, commands]) => {
    const { $schema: _dialect, ...schema } = z.toJSONSchema(shape);
    return `### ${commands.map((command) => `clew ${command} --json`).join(', ')}\n\n\`\`\`json\n${JSON.stringify(schema, undefined, 1)}\n\`\`\`\n`;
  });
  return [
    '## What `--json` prints\n',
    'As JSON Schema (draft 2020-12). Amounts are exact decimals in strings, days are `YYYY-MM-DD`.\n',
    ...parts,
  ].join('\n');
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
