/**
 * The command line: registers the commands, runs one, and turns whatever happens into an exit code
 * of the catalogue (`src/errors.ts`). Results go to stdout, everything else to stderr.
 */
import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CodedError, asCodedError, errorCatalogue } from '../errors.ts';
import { packageRoot } from '../package-root.ts';
import { processIo } from './clock.ts';
import { registerCoverage } from './coverage.ts';
import { registerDemo } from './demo.ts';
import { registerEvents } from './events.ts';
import { registerFact } from './fact.ts';
import { registerFiles } from './files.ts';
import { registerIngest } from './ingest.ts';
import { registerInspect } from './inspect.ts';
import type { Io } from './io.ts';
import { registerLeads } from './leads.ts';
import { registerMatches } from './matches.ts';
import { registerProfiles } from './profiles.ts';
import { registerScore } from './score.ts';
import { registerServe } from './serve.ts';
import { registerSettings } from './settings.ts';
import { registerUndo } from './undo.ts';
import { registerVictims } from './victims.ts';

const commands = [
  registerDemo,
  registerInspect,
  registerProfiles,
  registerIngest,
  registerFiles,
  registerCoverage,
  registerMatches,
  registerScore,
  registerLeads,
  registerSettings,
  registerFact,
  registerVictims,
  registerServe,
  registerEvents,
  registerUndo,
];
/** A process that something still holds up after its command ended, such as a thread that starts, ends after this long. */
const PATIENCE_MS = 50;

/** The program with all commands. @param finish receives the exit code of the command that ran */
export function clewProgram(io: Io, finish: (exit: number) => void): Command {
  const { version } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string };
  const program = new Command('clew')
    .description('Bank files in, explained leads out; nothing leaves this machine.')
    .version(version)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) })
    .showHelpAfterError('(clew --help shows the commands)');
  for (const register of commands) register(program, io, finish);
  for (const command of program.commands) command.exitOverride().copyInheritedSettings(program);
  return program;
}

/** Runs one command line. @returns the exit code */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  let exit = 0;
  try {
    await clewProgram(io, (code) => (exit = code)).parseAsync([...argv]);
    return exit;
  } catch (thrown) {
    if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? 0 : errorCatalogue.CLEW_USAGE.exit;
    const error =
      io.signal.aborted && !(thrown instanceof CodedError) ? new CodedError('CLEW_CANCELLED') : asCodedError(thrown);
    io.err(`${error.code}: ${error.message}\n`);
    return errorCatalogue[error.code].exit;
  }
}

/** As `bin/clew.js` calls it. */
export async function run(argv: readonly string[]): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  // A reader that stops reading (`| head`) is no fault.
  process.stdout.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code === 'EPIPE') process.exit(0);
    throw fault;
  });
  process.exitCode = await main(argv, processIo(stop.signal));
  // A reader may be slow; nothing is cut off that was written.
  await Promise.all(
    [process.stdout, process.stderr].map(
      (stream) => new Promise<void>((drained) => void stream.write('', () => drained())),
    ),
  );
  setTimeout(() => process.exit(), PATIENCE_MS).unref();
}

if (process.argv[1]?.endsWith('main.ts')) await run(process.argv);
