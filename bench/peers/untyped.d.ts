// What is used of the packages that bring no types.
declare module 'pouchdb-adapter-indexeddb' {
  const plugin: PouchDB.Plugin;
  export default plugin;
}
declare module 'pouchdb' {
  const pouchdb: typeof PouchDB;
  export default pouchdb;
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http';
  const serve: (
    pouchdb: new (name?: string) => PouchDB.Database,
    options: { mode: 'minimumForPouchDB'; inMemoryConfig: boolean; logPath: string },
  ) => RequestListener;
  export default serve;
}
declare module 'express' {
  import type { RequestListener } from 'node:http';
  type App = RequestListener & { use: (...handlers: (string | RequestListener)[]) => void };
  const express: (() => App) & { static: (folder: string) => RequestListener };
  export default express;
}
declare module 'y-leveldb' {
  export class LeveldbPersistence {
    constructor(folder: string);
    storeUpdate(name: string, update: Uint8Array): Promise<number>;
    destroy(): Promise<void>;
  }
}
