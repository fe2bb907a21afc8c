// Builds what `npx clew` runs: src/ and workers/ to dist/ with tsc, and the page to dist/web with
// vite. Types are not checked here (`npm run check` does), so that a fresh machine starts in seconds.
// `npm ci` calls this as `prepare`; without the development tools it keeps a build that is there.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(join(root, 'package.json'));
const only = process.argv[2];

/** The script that a package's `bin` names, or undefined where the package is not installed. */
function tool(name, bin = name) {
  try {
    const manifest = require.resolve(`${name}/package.json`);
    const { bin: bins } = require(manifest);
    return join(dirname(manifest), typeof bins === 'string' ? bins : bins[bin]);
  } catch {
    return undefined;
  }
}

function run(script, args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) process.exit(status ?? 1);
}

const tsc = tool('typescript', 'tsc');
const vite = tool('vite');
if (tsc === undefined || vite === undefined) {
  const isBuilt = existsSync(join(root, 'dist/src/cli/main.js'));
  console.error(
    isBuilt
      ? 'clew: the development tools are not installed; the build in dist/ stays as it is'
      : 'clew: building needs the development tools: npm ci --include=dev',
  );
  process.exit(isBuilt ? 0 : 1);
}

if (only !== 'web') {
  for (const part of ['src', 'workers']) rmSync(join(root, 'dist', part), { recursive: true, force: true });
  run(tsc, ['-p', 'tsconfig.build.json', '--noCheck']);
}
if (only !== 'node' && existsSync(join(root, 'web/index.html'))) {
  run(vite, ['build', 'web', '--logLevel', 'warn', '--emptyOutDir']);
}
