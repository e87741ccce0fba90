// What a process did to its disk, read from a trace of its system calls: each write, each wait for the disk, each answer.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/**
 * `sync` counts when it has returned: before, nothing is promised. `said` is what went out over a socket: an answer that
 * somebody may have read.
 */
export type DiskEvent =
  | { readonly kind: 'write'; readonly path: string; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncate'; readonly path: string; readonly size: number }
  | { readonly kind: 'sync'; readonly path: string }
  | { readonly kind: 'unlink'; readonly path: string }
  | { readonly kind: 'said'; readonly text: string };

/** The command that runs another one and writes its trace to a file. */
export const tracing = (file: string): readonly string[] => [
  ...['strace', '-f', '--seccomp-bpf', '-y', '-xx', '-s', '1000000', '-o', file],
  ...['-e', 'trace=pwrite64,pwritev,write,writev,fsync,fdatasync,ftruncate,unlink'],
];

const bytesOf = (hex: string): Buffer => Buffer.from(hex.replaceAll('\\x', ''), 'hex');
const textOf = (hex: string): string => bytesOf(hex).toString('utf8');

const HEX = '((?:\\\\x[0-9a-f]{2})*)';
const call = new RegExp(`^(\\d+) +(\\w+)\\((?:\\d+<${HEX}>)?(.*)$`);
const strings = new RegExp(`"${HEX}"`, 'g');

const isSocket = (path: string): boolean => /^(socket|TCP)/.test(path);

/** The events of one line. A write that another thread interrupts has told all it writes by then. */
const eventsOf = (line: string, waiting: Map<string, string>): readonly DiskEvent[] => {
  const resumed = /^(\d+) +<\.\.\. (?:fsync|fdatasync) resumed>\) += 0/.exec(line);
  if (resumed !== null) {
    const path = waiting.get(resumed[1] ?? '');
    waiting.delete(resumed[1] ?? '');
    return path === undefined ? [] : [{ kind: 'sync', path }];
  }
  const [, thread = '', name = '', target = '', rest = ''] = call.exec(line) ?? [];
  const path = textOf(target);
  if (name === 'fsync' || name === 'fdatasync') {
    if (rest.includes('unfinished')) waiting.set(thread, path);
    return / = 0$/.test(rest) ? [{ kind: 'sync', path }] : [];
  }
  if (name === 'unlink') return [{ kind: 'unlink', path: textOf(/\(?"([^"]*)"/.exec(rest)?.[1] ?? '') }];
  if (name === 'ftruncate') return [{ kind: 'truncate', path, size: Number(/^, (\d+)/.exec(rest)?.[1]) }];
  const written = [...rest.matchAll(strings)].map((found) => bytesOf(found[1] ?? ''));
  if (name === 'write' || name === 'writev')
    return isSocket(path) ? [{ kind: 'said', text: Buffer.concat(written).toString('utf8') }] : [];
  if (name !== 'pwrite64') return [];
  const [data = Buffer.alloc(0)] = written;
  const offset = Number(/, \d+, (\d+)(?:\)| <unfinished)/.exec(rest)?.[1]);
  return [{ kind: 'write', path, offset, data }];
};

/** All events in their order. */
export const readTrace = async (file: string): Promise<readonly DiskEvent[]> => {
  const events: DiskEvent[] = [];
  const waiting = new Map<string, string>();
  for await (const line of createInterface({ input: createReadStream(file, 'latin1') }))
    events.push(...eventsOf(line, waiting));
  return events;
};
