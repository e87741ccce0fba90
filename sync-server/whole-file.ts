// Files beside the database that are there whole or not at all, also after a power cut.
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until a file, or what a folder lists, is on the disk. */
export const flushToDisk = async (path: string): Promise<void> => {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/** Writes a small file in the place of another: whoever reads it finds the old text or the new one. */
export const replaceFile = async (file: string, text: string): Promise<void> => {
  const next = `${file}.next`;
  const handle = await open(next, 'w', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(next, file);
  await flushToDisk(dirname(file));
};

/** Appends a line that is on the disk when the promise resolves. A line that was torn before it stays alone. */
export const appendLine = async (file: string, line: string): Promise<void> => {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size } = await handle.stat();
    const { buffer } = await handle.read({ buffer: Buffer.alloc(1), position: Math.max(0, size - 1) });
    const isWhole = size === 0 || buffer.toString('latin1') === '\n';
    await handle.appendFile(`${isWhole ? '' : '\n'}${line}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await flushToDisk(dirname(file));
};

/** Takes a file away, if it is there. */
export const removeFile = (file: string): Promise<void> => rm(file, { force: true });
