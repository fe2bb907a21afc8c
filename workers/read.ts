/**
 * Thread entry of reading: a member, or a range of a large CSV file, into columns over shared
 * memory. Run from sources, Node 20 forgets tsx's import hook in a thread, so it is registered
 * again here.
 */
import type { ReadResult, ReadTask } from '../src/formats/read-task.ts';

async function load(): Promise<(task: ReadTask) => Promise<ReadResult>> {
  if (import.meta.url.endsWith('.ts')) (await import('tsx/esm/api')).register();
  return (await import('../src/formats/read-task.ts')).doReadTask;
}
const doReadTask = load();

export default async function read(task: ReadTask): Promise<ReadResult> {
  return (await doReadTask)(task);
}
