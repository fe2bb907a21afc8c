// The gate: types, lint, format, tests. Runs every step even after one failed, and ends on one line
// `N passed, N failed` over all of them: vitest's tests, and each other step as one.
// `node scripts/check.mjs types lint` runs only those steps.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const wanted = new Set(process.argv.slice(2));
const scratch = mkdtempSync(join(tmpdir(), 'clew-check-'));
const results = join(scratch, 'vitest.json');
const bin = (name) => join(root, 'node_modules', name);

const steps = [
  { name: 'types', script: bin('typescript/bin/tsc'), args: ['--noEmit'] },
  ...(existsSync(join(root, 'web/tsconfig.json'))
    ? [{ name: 'types-web', script: bin('typescript/bin/tsc'), args: ['--noEmit', '-p', 'web'] }]
    : []),
  { name: 'lint', script: bin('eslint/bin/eslint.js'), args: ['.', '--max-warnings', '0'] },
  { name: 'format', script: bin('prettier/bin/prettier.cjs'), args: ['--check', '--log-level', 'warn', '.'] },
  {
    name: 'tests',
    script: bin('vitest/vitest.mjs'),
    args: [
      'run',
      '--project',
      'unit',
      '--project',
      'web',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}`,
    ],
  },
].filter(({ name }) => wanted.size === 0 || wanted.has(name));

function run({ script, args }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Numbers of vitest's own report; a run that wrote none, or failed beside its tests, is one failure. */
function testCounts(code) {
  if (!existsSync(results)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(results, 'utf8'));
  const unrun = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length;
  const failed = report.numFailedTests + unrun;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

const total = { passed: 0, failed: 0, skipped: 0 };
const told = [];
for (const step of steps) {
  console.log(`\n── ${step.name}`);
  const started = performance.now();
  const code = await run(step);
  const counts =
    step.name === 'tests' ? testCounts(code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  told.push(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${step.name.padEnd(10)} ${seconds.padStart(6)} s`);
}
rmSync(scratch, { recursive: true, force: true });
console.log(`\n${told.join('\n')}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`);
process.exitCode = total.failed === 0 ? 0 : 1;
