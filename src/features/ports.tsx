// What the app hands to its features: deeds that need the server at once, and what the whole app knows. No code of their own.
import { createContext, use, type ReactNode } from 'react';
import type { Result } from '#domain/result.ts';
import type { UserRole } from '#domain/user.ts';

/** The person signed in, and the county. `publicUrl` is the address a phone can reach. */
export type SessionFacts = {
  readonly user: {
    readonly id: string;
    readonly name: string;
    readonly login: string;
    readonly role: UserRole;
  };
  readonly county: string;
  readonly demo: boolean;
  readonly publicUrl: string;
};

/** How the transfer does just now. */
export type TransferState = 'resting' | 'running' | 'offline' | 'signed-out' | 'outdated' | 'trouble';

export type Member = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: UserRole;
  readonly active: boolean;
  readonly mayReadLimits: boolean;
  readonly lastSeen: string | null;
};
type NewMember = Pick<Member, 'login' | 'name' | 'role' | 'mayReadLimits'>;
type Answer<Value> = Promise<Result<Value>>;

/** How somebody shows that it is she: by her password, or by a passkey that she is asked for. */
export type Confirmation =
  { readonly by: 'password'; readonly password: string } | { readonly by: 'passkey' };
/** By which ways the vault of this device opens. `passkeys`: those that open it. */
export type Ways = {
  readonly password: boolean;
  readonly spare: boolean;
  readonly passkeys: readonly string[];
};
/** A passkey as the server knows it. */
export type Passkey = {
  readonly credential: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsed: string | null;
};

/** Who leads cases from now on. Without `deputies` those of each case stay. */
export type Assignment = {
  readonly caseIds: readonly string[];
  readonly owner: string;
  readonly deputies?: readonly string[] | undefined;
};
/** A device that may hold a case no more, and has not said yet that it purged it. */
export type StillHeld = {
  readonly caseId: string;
  readonly device: string;
  readonly user: string;
  readonly lastSeen: string | null;
};

/** A device as the server knows it. `waiting`: entries on it when it was last heard. */
export type KnownDevice = {
  readonly id: string;
  readonly user: string;
  readonly name: string;
  readonly registeredAt: string;
  readonly lastSeen: string | null;
  readonly revokedAt: string | null;
  readonly waiting: number;
};

export type Ports = {
  readonly session: SessionFacts;
  /** Closes the vault and shows the sign-in page. */
  readonly lock: () => Promise<void>;
  readonly transfer: {
    readonly state: () => TransferState;
    readonly subscribe: (listener: () => void) => () => void;
    readonly now: () => Promise<void>;
    /** The server wants to know again who it is: signs in without closing anything. */
    readonly signInAgain: (confirmation: Confirmation) => Answer<unknown>;
  };
  readonly team: {
    readonly list: () => Answer<readonly Member[]>;
    readonly create: (member: NewMember) => Answer<{ readonly id: string; readonly password: string }>;
    readonly change: (
      id: string,
      change: Partial<Omit<Member, 'id' | 'login' | 'lastSeen'>>,
    ) => Answer<unknown>;
    readonly resetPassword: (id: string) => Answer<{ readonly id: string; readonly password: string }>;
  };
  /** One's own devices, or all for who leads. One that is taken away empties itself at its next contact. */
  readonly devices: {
    readonly list: () => Answer<readonly KnownDevice[]>;
    readonly revoke: (confirmation: Confirmation, device: string) => Answer<unknown>;
  };
  /** Calls this device otherwise; needs the server at once. */
  readonly renameDevice: (name: string) => Answer<unknown>;
  /** Handing cases over, for whoever leads the team. */
  readonly handOver: {
    readonly assign: (assignment: Assignment) => Answer<unknown>;
    readonly held: () => Answer<readonly StillHeld[]>;
  };
  readonly changePassword: (before: string, after: string) => Answer<unknown>;
  /** The ways in. Whoever changes them shows first that it is she. */
  readonly waysIn: {
    readonly ways: Ways;
    /** Whether this browser has passkeys at all. */
    readonly canHavePasskeys: boolean;
    /** Shows the server again who it is: a deed that wants a fresh proof may follow. */
    readonly prove: (confirmation: Confirmation) => Answer<unknown>;
    readonly passkeys: () => Answer<readonly Passkey[]>;
    /** `opens`: whether it opens what lies on this device too, also without network. */
    readonly addPasskey: (confirmation: Confirmation, name: string) => Answer<{ readonly opens: boolean }>;
    readonly removePasskey: (confirmation: Confirmation, credential: string) => Answer<unknown>;
    /** Makes a spare key and tells it once; one that was made before opens nothing any more. */
    readonly makeSpareKey: (confirmation: Confirmation) => Answer<string>;
  };
  /** The PIN that opens this device after a lock. Who sets it shows that it is she. */
  readonly pin: {
    readonly isSet: boolean;
    readonly set: (confirmation: Confirmation, pin: string) => Answer<unknown>;
    readonly remove: () => Promise<void>;
  };
  readonly language: { readonly current: string; readonly choose: (tag: string) => void };
  readonly theme: {
    readonly current: 'light' | 'dark' | 'system';
    readonly choose: (theme: 'light' | 'dark' | 'system') => void;
  };
  readonly update: { readonly isThere: boolean; readonly load: () => Promise<void> };
  readonly install: {
    readonly canAsk: boolean;
    readonly isInstalled: boolean;
    readonly ask: () => Promise<void>;
  };
  /** Whether the browser promised not to clear this device's storage; null while nobody asked. */
  readonly storage: {
    readonly isPersistent: boolean | null;
    readonly used: number | null;
    readonly quota: number | null;
  };
  readonly version: string;
};

const PortsContext = createContext<Ports | undefined>(undefined);

/** Hands the ports to the features below. */
export const PortsProvider = ({
  ports,
  children,
}: {
  readonly ports: Ports;
  readonly children: ReactNode;
}) => <PortsContext value={ports}>{children}</PortsContext>;

/** The ports. Features that use them are only shown while somebody is signed in. */
export const usePorts = (): Ports => {
  const ports = use(PortsContext);
  if (ports === undefined) throw new Error('A feature asked for its ports before the app handed them out');
  return ports;
};
