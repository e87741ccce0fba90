// A device that speaks to the server over HTTP and nothing else: signs in, registers, sends and asks.
import { z } from 'zod';
import { PROTOCOL } from '#protocol/version.ts';
import { syncResponseSchema, type SyncRequest, type SyncResponse } from '#protocol/sync.ts';
import { PASSWORD } from '#tests/county.ts';

export type Caller = {
  readonly device: string;
  readonly user: string;
  /** Throws if no whole answer came; the request may have been taken all the same. */
  readonly sync: (
    request: Partial<Pick<SyncRequest, 'cursor' | 'changes' | 'voids'>>,
  ) => Promise<SyncResponse>;
};

/** The server answered that it cannot at the moment, as it does while its database is away. */
export class Trouble extends Error {}

/** The server does not know who was signed in a moment ago. */
export class Forgotten extends Error {}

const userSchema = z.object({ user: z.object({ id: z.string() }) });

/** Asks the server for something; throws if it is not done. */
export const post = async (
  address: string,
  path: string,
  body: unknown,
  cookie?: string,
): Promise<Response> => {
  const response = await fetch(`${address}${path}`, {
    method: 'POST',
    // Unpacked, so that who traces the server can read what it answered.
    headers: {
      'content-type': 'application/json',
      'accept-encoding': 'identity',
      ...(cookie === undefined ? {} : { cookie }),
    },
    body: JSON.stringify(body),
  });
  if (response.status >= 500) throw new Trouble(`${path} was answered with ${response.status}`);
  if (response.status === 401) throw new Forgotten(`${path} was answered with ${await response.text()}`);
  if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${await response.text()}`);
  return response;
};

/** The cookie of a person who signed in, and who she is. */
export const signInAt = async (
  address: string,
  login: string,
  password = PASSWORD,
): Promise<{ readonly cookie: string; readonly user: string }> => {
  const response = await post(address, '/api/sign-in', { login, password });
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .join('; ');
  return { cookie, user: userSchema.parse(await response.json()).user.id };
};

/** Registers a device for whoever signed in. */
export const registerAt = async (
  address: string,
  cookie: string,
  device: string,
  firstNumber = 1,
  name = device,
): Promise<void> => {
  const response = await post(address, '/api/devices', { device, name, firstNumber }, cookie);
  await response.arrayBuffer();
};

/** Signs in and registers a device; `name` is what it is called, its id if nothing is said. */
export const createCaller = async (
  address: string,
  login: string,
  device: string,
  { password = PASSWORD, name = device }: { readonly password?: string; readonly name?: string } = {},
): Promise<Caller> => {
  const { cookie, user } = await signInAt(address, login, password);
  await registerAt(address, cookie, device, 1, name);
  return {
    device,
    user,
    sync: async (request) => {
      const response = await post(
        address,
        '/api/sync',
        {
          ...{ protocol: PROTOCOL, device, cursor: null, clock: new Date().toISOString() },
          ...{ changes: [], voids: [], purged: [] },
          ...request,
        },
        cookie,
      );
      return syncResponseSchema.parse(await response.json());
    },
  };
};

/** What a reader holds: pulls what is new, page by page, and lays it together. */
export type Reader = {
  readonly values: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Pulls until nothing more is there; answers the county's number it stands at. */
  readonly pull: () => Promise<number>;
};

/** A reader on a device of its own. */
export const createReader = (caller: Caller): Reader => {
  const values = new Map<string, Record<string, unknown>>();
  let cursor: string | null = null;
  return {
    values,
    pull: async () => {
      for (;;) {
        const answer: SyncResponse = await caller.sync({ cursor });
        for (const record of answer.records) values.set(record.id, { ...record.values });
        for (const { id, paths } of answer.deltas) {
          const known = values.get(id) ?? {};
          for (const [path, state] of Object.entries(paths)) known[path] = state.value;
          values.set(id, known);
        }
        cursor = answer.cursor;
        if (!answer.more) return answer.upTo;
      }
    },
  };
};
