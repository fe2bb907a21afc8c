#!/usr/bin/env node
// Starts the built command; `npm ci` builds it. Kept plain so that it runs without any build.
import { existsSync } from 'node:fs';

const entry = new URL('../dist/src/cli/main.js', import.meta.url);
if (existsSync(entry)) {
  const { run } = await import(entry.href);
  await run(process.argv);
} else {
  process.stderr.write('Clew is not built yet; run: npm run build\n');
  process.exitCode = 1;
}
