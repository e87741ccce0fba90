// What the server's routes are given: where they keep things, what time it is, where new ids come from.
import type { Config } from './config.ts';
import type { LiveLines } from './live-lines.ts';
import type { Log } from './log.ts';
import type { Passwords } from './passwords.ts';
import type { NewId } from './server-changes.ts';
import type { Sessions } from './sessions.ts';
import type { Storage } from './storage/storage.ts';
import type { Throttle } from './throttle.ts';

/** From outside: a test or a simulation brings its own. */
export type Surroundings = {
  readonly storage: Storage;
  readonly config: Config;
  readonly now: () => Date;
  readonly newId: NewId;
  readonly log: Log;
  readonly passwords: Passwords;
};

/** What the routes share. */
export type Routes = Surroundings & {
  readonly sessions: Sessions;
  readonly throttle: Throttle;
  readonly live: LiveLines;
};
