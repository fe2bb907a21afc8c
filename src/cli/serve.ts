/** `clew serve CASE`: the analyst's desk on this machine. */
import { basename, join, resolve } from 'node:path';
import type { Case } from '../cases/case.ts';
import { packageRoot } from '../package-root.ts';
import { Desk } from '../server/desk.ts';
import { Jobs } from '../server/jobs.ts';
import { listen, type RunningDesk } from '../server/listen.ts';
import { withCase, type Register } from './command.ts';
import type { Io } from './io.ts';
import { countOption } from './options.ts';
import { profilesFolder } from './profiles.ts';

const USUAL_PORT = 4317;

export const registerServe: Register = (program, io, finish) => {
  program
    .command('serve')
    .description('open the desk for a case on 127.0.0.1; prints its address with a token')
    .argument('<case>', 'folder of the case')
    .addOption(countOption('--port <n>', `port (default: ${USUAL_PORT}, or any that is free; 0 = any)`, 0))
    .option('--actor <name>', 'who is answerable (default: the user of this machine)')
    .action(async (path: string, flags: { readonly port?: number; readonly actor?: string }) => {
      await withCase(path, io, { readOnly: false, actor: flags.actor }, async (opened) => {
        io.err('reading the case …\n');
        // Held by the case from here on, so that the page need not wait for it.
        if (!opened.scored()) opened.loadLedger();
        await serveUntilStopped(opened, io, flags.port);
      });
      finish(0);
    });
};

/** Serves until the signal fires. */
export async function serveUntilStopped(opened: Case, io: Io, port: number | undefined): Promise<void> {
  const log = (line: string): void => io.err(`${line}\n`);
  const desk = new Desk({
    case: opened,
    name: basename(resolve(opened.path)),
    clock: io.clock,
    workers: io.workers,
    jobs: new Jobs(log),
    profiles: profilesFolder(io),
  });
  const options = { desk, token: io.token(), page: join(packageRoot, 'dist/web'), log };
  let running: RunningDesk;
  try {
    running = await listen({ ...options, port: port ?? USUAL_PORT });
  } catch (thrown) {
    if (port !== undefined) throw thrown;
    running = await listen({ ...options, port: 0 });
  }
  io.out(`\nThe desk is open at\n  ${running.url}\nCtrl-C closes it.\n`);
  if (!io.signal.aborted)
    await new Promise<void>((close) => io.signal.addEventListener('abort', () => close(), { once: true }));
  await running.stop();
}
