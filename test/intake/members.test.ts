import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMembers, type OpenOptions } from '../../src/intake/members.ts';
import { zipOf } from '../fixtures/intake/zip-of.ts';

let folder = '';
let scratch = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clew-members-'));
  scratch = join(folder, '.scratch');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
}
const open = (paths: string[], options: Partial<OpenOptions> = {}): ReturnType<typeof openMembers> =>
  openMembers(paths, { scratch, ...options });
const codeOf = (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (fault: unknown) => (fault as { code?: string }).code,
  );
const sha256 = (content: string): string => createHash('sha256').update(content).digest('hex');

describe('files and folders', () => {
  it('gives size, hash and encoding', async () => {
    const path = put('a.csv', 'Müller');
    expect(await open([path])).toEqual([
      { name: 'a.csv', path, bytes: 7, sha256: sha256('Müller'), encoding: 'utf-8' },
    ]);
    const latin = put('b.csv', Buffer.from('Müller;Größe', 'latin1'));
    expect((await open([latin]))[0]?.encoding).toBe('windows-1252');
  });

  it('walks folders, and notes what it leaves out', async () => {
    put('exports/b/c.txt', 'c');
    put('exports/a.txt', 'a');
    put('exports/.hidden', 'h');
    symlinkSync(join(folder, 'exports/a.txt'), join(folder, 'exports/link.txt'));
    const notes: string[] = [];
    const members = await open([join(folder, 'exports')], { note: (text) => notes.push(text) });
    expect(members.map((member) => member.name).sort()).toEqual(['exports/a.txt', 'exports/b/c.txt']);
    expect(notes).toEqual(['exports/.hidden: left out, a hidden file', 'exports/link.txt: left out, a link']);
  });

  it('orders members by hash, whatever the order of arguments, and takes each file once', async () => {
    const paths = ['1', '2', '3', '4'].map((name) => put(`in/${name}`, name));
    const forwards = await open(paths);
    const hashes = ['1', '2', '3', '4'].map(sha256).sort();
    expect(forwards.map((member) => member.sha256)).toEqual(hashes);
    expect(await open([...paths].reverse())).toEqual(forwards);
    expect(await open([...paths, ...paths])).toEqual(forwards);
  });

  it('says which path cannot be read', async () => {
    await expect(open([join(folder, 'missing')])).rejects.toMatchObject({
      code: 'CLEW_FILE_UNREADABLE',
      parameters: { file: join(folder, 'missing'), reason: 'ENOENT' },
    });
  });
});

describe('containers', () => {
  it('opens archives within archives, told by content', async () => {
    const inner = zipOf([{ name: 'deep/x.csv', content: 'x' }]);
    const outer = zipOf([
      { name: 'folder/', content: '' },
      { name: 'folder/y.csv.gz', content: gzipSync('y') },
      { name: 'inner.bin', content: inner, stored: true },
      { name: '__MACOSX/._y', content: 'm' },
    ]);
    const members = await open([put('march.dat', outer)]);
    expect(members.map(({ name, bytes }) => [name, bytes]).sort()).toEqual([
      ['march.dat/folder/y.csv.gz/y.csv', 1],
      ['march.dat/inner.bin/deep/x.csv', 1],
    ]);
    for (const member of members) {
      expect(sha256(readFileSync(member.path, 'utf8'))).toBe(member.sha256);
      expect(member.path.startsWith(scratch)).toBe(true);
    }
  });

  it('leaves office files as they stand', async () => {
    const sheet = zipOf([
      { name: 'xl/workbook.xml', content: '<workbook/>' },
      { name: '[Content_Types].xml', content: '<Types/>' },
    ]);
    expect(await open([put('book.xlsx', sheet)])).toMatchObject([{ name: 'book.xlsx', bytes: sheet.length }]);
  });

  it('refuses names that lead out of an archive, links and encrypted entries', async () => {
    for (const name of ['../evil', '/etc/evil', 'a/../../evil', 'C:/evil', 'a\\..\\..\\evil']) {
      expect(await codeOf(open([put('bad.zip', zipOf([{ name, content: 'x' }]))]))).toBe('CLEW_FILE_REFUSED');
    }
    const link = zipOf([{ name: 'link', content: '/etc/passwd', mode: 0o120777 }]);
    expect(await codeOf(open([put('link.zip', link)]))).toBe('CLEW_FILE_REFUSED');
    const secret = zipOf([{ name: 'a', content: 'x', flags: 1 }]);
    expect(await codeOf(open([put('secret.zip', secret)]))).toBe('CLEW_FILE_REFUSED');
  });

  it('stops at bombs', async () => {
    const zeros = new Uint8Array(3 << 20);
    expect(await codeOf(open([put('bomb.zip', zipOf([{ name: 'a', content: zeros }]))]))).toBe('CLEW_LIMIT');
    expect(await codeOf(open([put('bomb.gz', gzipSync(zeros))]))).toBe('CLEW_LIMIT');
    // A size that lies about what comes out.
    const lying = zipOf([{ name: 'a', content: zeros, claimedBytes: 10 }]);
    expect(await codeOf(open([put('lying.zip', lying)]))).toBe('CLEW_FILE_UNREADABLE');
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31) % 251);
    const limits = { totalBytes: 8000 };
    const two = zipOf([
      { name: 'a', content: noise, stored: true },
      { name: 'b', content: noise, stored: true },
    ]);
    expect(await codeOf(open([put('two.zip', two)], { limits }))).toBe('CLEW_LIMIT');
    expect(await codeOf(open([put('two.zip', two)], { limits: { entries: 1 } }))).toBe('CLEW_LIMIT');
  });

  it('stops at depth, and names the file', async () => {
    let nested: Uint8Array = zipOf([{ name: 'leaf.csv', content: 'x' }]);
    for (let i = 2; i <= 3; i++) nested = zipOf([{ name: 'in.zip', content: nested }]);
    expect((await open([put('three.zip', nested)]))[0]?.name).toBe('three.zip/in.zip/in.zip/leaf.csv');
    const four = zipOf([{ name: 'in.zip', content: nested }]);
    await expect(open([put('four.zip', four)])).rejects.toMatchObject({
      code: 'CLEW_LIMIT',
      parameters: { file: 'four.zip/in.zip/in.zip/in.zip', limit: 3 },
    });
  });

  it('says that a damaged container cannot be read', async () => {
    const good = zipOf([{ name: 'a', content: 'some text' }]);
    expect(await codeOf(open([put('cut.zip', good.subarray(0, good.length - 10))]))).toBe('CLEW_FILE_UNREADABLE');
    const wrong = zipOf([{ name: 'a', content: 'some text', stored: true, checksum: 1 }]);
    expect(await codeOf(open([put('sum.zip', wrong)]))).toBe('CLEW_FILE_UNREADABLE');
    expect(await codeOf(open([put('cut.gz', gzipSync('some text').subarray(0, 15))]))).toBe('CLEW_FILE_UNREADABLE');
    // A stream that is broken from its first byte on fails before anybody reads it.
    for (let i = 0; i < 20; i++) {
      const broken = Buffer.concat([
        Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]),
        Buffer.alloc(40, 0xe7 + (i % 8)),
      ]);
      expect(await codeOf(open([put(`broken-${i}.gz`, broken)]))).toBe('CLEW_FILE_UNREADABLE');
    }
  });
});
