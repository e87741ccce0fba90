// What the runner may ask of a subject's server, and how it starts one.
import type { Shape } from '../records.ts';

/** An edit that was made on the server, so that the device can be asked whether it has arrived. */
export type RemoteEdit = { readonly caseId: string; readonly needs: string };

export type BenchServer = {
  readonly url: string;
  /** Somebody else edits the persons with these numbers; each gets another text under `needs`. */
  readonly edit: (numbers: readonly number[]) => Promise<readonly RemoteEdit[]>;
  /** How many records of cases the server holds. */
  readonly count: () => Promise<number>;
  /** Bytes on its sockets so far, both ways, as they travelled. */
  readonly bytes: () => number;
  readonly close: () => Promise<void>;
};

export type ServerPlace = {
  readonly shape: Shape;
  readonly scale: number;
  /** An empty folder for its data. */
  readonly folder: string;
  /** The folder with the pages of the benchmark. */
  readonly pages: string;
  readonly port: number;
};
export type StartServer = (place: ServerPlace) => Promise<BenchServer>;
