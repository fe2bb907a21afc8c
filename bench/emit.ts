/** Emitted JavaScript, as the product runs: what tsx makes on the fly is slower. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { packageRoot } from '../src/package-root.ts';

/** Compiles `bench/<name>.ts` with all of `src` into a cache folder; returns its path there. */
export function emit(name: string, cache: string): string {
  const folder = join(cache, 'emitted');
  const config = join(cache, 'tsconfig.json');
  const compilerOptions = { noEmit: false, outDir: folder, rootDir: packageRoot, noCheck: true, types: ['node'] };
  const include = ['src', 'workers', `bench/${name}.ts`].map((path) => join(packageRoot, path));
  mkdirSync(cache, { recursive: true });
  writeFileSync(config, JSON.stringify({ extends: join(packageRoot, 'tsconfig.json'), compilerOptions, include }));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '-p', config], { stdio: 'inherit' });
  if (status !== 0) throw new Error('tsc failed');
  return join(folder, `bench/${name}.js`);
}
