// A disk whose power may be cut: what was waited for is there; of what was not, anything or nothing is.
import type { Chance } from '#tests/sync/chance.ts';
import type { DiskEvent } from './disk-trace.ts';

/** What a disk writes at once: a write may arrive in part, in such pieces and in any order. */
const BLOCK = 4096;

type Pending = Extract<DiskEvent, { kind: 'write' | 'truncate' }>;
type File = { content: Buffer; size: number; pending: Pending[] };

const put = (file: File, offset: number, data: Buffer): void => {
  const end = offset + data.length;
  if (end > file.content.length) {
    const larger = Buffer.alloc(Math.max(end, file.content.length * 2));
    file.content.copy(larger, 0, 0, file.size);
    file.content = larger;
  }
  data.copy(file.content, offset);
  file.size = Math.max(file.size, end);
};

const cutTo = (file: File, size: number): void => {
  file.content.fill(0, size);
  if (size > file.content.length) put(file, size - 1, Buffer.alloc(1));
  file.size = size;
};

const apply = (file: File, event: Pending): void => {
  if (event.kind === 'truncate') cutTo(file, event.size);
  else put(file, event.offset, event.data);
};

export type Disk = {
  readonly take: (event: DiskEvent) => void;
  /** The files as they are found after the power was cut now. Names that were made or removed are. */
  readonly cut: (chance: Chance) => ReadonlyMap<string, Buffer>;
};

/** @param before the files that lay on it, by their paths; no others are followed but those that `isOurs` names */
export const createDisk = (before: ReadonlyMap<string, Buffer>, isOurs: (path: string) => boolean): Disk => {
  const files = new Map<string, File>();
  for (const [path, content] of before)
    files.set(path, { content: Buffer.from(content), size: content.length, pending: [] });
  const fileAt = (path: string): File => {
    const known = files.get(path) ?? { content: Buffer.alloc(0), size: 0, pending: [] };
    files.set(path, known);
    return known;
  };
  return {
    take: (event) => {
      if (event.kind === 'said' || !isOurs(event.path)) return;
      if (event.kind === 'unlink') files.delete(event.path);
      else if (event.kind === 'sync')
        for (const each of fileAt(event.path).pending.splice(0)) apply(fileAt(event.path), each);
      else fileAt(event.path).pending.push(event);
    },
    cut: (chance) => {
      // Sometimes nearly all of it had arrived, sometimes nearly nothing.
      const share = (chance.under(11) / 10) ** 2;
      const found = new Map<string, Buffer>();
      for (const [path, { content, size, pending }] of files) {
        const file: File = { content: Buffer.from(content.subarray(0, size)), size, pending: [] };
        for (const event of pending) {
          if (event.kind === 'truncate') {
            if (chance.happens(share)) apply(file, event);
            continue;
          }
          for (let start = 0; start < event.data.length; start += BLOCK)
            if (chance.happens(share))
              put(file, event.offset + start, event.data.subarray(start, start + BLOCK));
        }
        found.set(path, Buffer.from(file.content.subarray(0, file.size)));
      }
      return found;
    },
  };
};
