/** `npm run bench`: builds, then reading against csv-parse and papaparse, then file to leads against a graphology multigraph. */
import { execFileSync } from 'node:child_process';

const run = (args) => execFileSync(process.execPath, args, { stdio: 'inherit' });
run(['scripts/build.mjs']);
run(['--import', 'tsx', 'bench/csv.ts']);
run(['--import', 'tsx', 'bench/spine.ts']);
