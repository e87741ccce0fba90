// A line that is cut after a given byte: between a tablet and the server, in either direction.
import { connect, createServer, type Socket } from 'node:net';

/** `up`: what the tablet sends. `down`: what the server answers. */
export type Direction = 'up' | 'down';

export type CuttingProxy = {
  readonly address: string;
  /** The line is cut once, after so many more bytes in this direction; all of them still arrive. */
  readonly cutAfter: (direction: Direction, bytes: number) => void;
  /** Takes the order back; whether it was still open. */
  readonly spare: () => boolean;
  /** Bytes that went through since the last call. */
  readonly counted: () => Readonly<Record<Direction, number>>;
  readonly close: () => Promise<void>;
};

/** Opens a line to a port of this machine. */
export const openProxy = async (port: number): Promise<CuttingProxy> => {
  const sockets = new Set<Socket>();
  let order: { readonly direction: Direction; left: number } | undefined;
  let bytes = { up: 0, down: 0 };

  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const carry = (direction: Direction, part: Buffer, to: Socket): void => {
    const open = order?.direction === direction ? order : undefined;
    if (open === undefined || open.left >= part.length) {
      if (open !== undefined) open.left -= part.length;
      bytes[direction] += part.length;
      to.write(part);
      return;
    }
    order = undefined;
    bytes[direction] += open.left;
    // What came before the cut arrives; then nothing more, on any line.
    to.write(part.subarray(0, open.left), cutAll);
  };
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    for (const [from, to, direction] of [
      [near, far, 'up'],
      [far, near, 'down'],
    ] as const) {
      sockets.add(from);
      from.setNoDelay(true);
      from.on('data', (part: Buffer) => carry(direction, part, to));
      from.on('end', () => to.end());
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    address: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    cutAfter: (direction, left) => {
      order = { direction, left };
    },
    spare: () => {
      const isOpen = order !== undefined;
      order = undefined;
      return isOpen;
    },
    counted: () => {
      const told = bytes;
      bytes = { up: 0, down: 0 };
      return told;
    },
    close: () =>
      new Promise((resolve) => {
        cutAll();
        server.close(() => resolve());
      }),
  };
};
