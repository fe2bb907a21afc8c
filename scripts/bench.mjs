/**
 * `npm run bench`: builds, then reading CSV against csv-parse and papaparse, the other formats against their
 * libraries, then file to leads against a graphology multigraph.
 */
import { execFileSync } from 'node:child_process';

const run = (args) => execFileSync(process.execPath, args, { stdio: 'inherit' });
run(['scripts/build.mjs']);
run(['--import', 'tsx', 'bench/csv.ts']);
run(['--import', 'tsx', 'bench/formats.ts']);
run(['--import', 'tsx', 'bench/formats-camt.ts']);
run(['--import', 'tsx', 'bench/spine.ts']);
