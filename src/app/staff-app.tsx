// The staff's app: what stands in front, the way in or the open session.
import { useCallback, useEffect, useMemo, useState } from 'react';
import { fail, ok, type Result } from '#domain/result.ts';
import type { OtherWay, SignIn, SetUp, SignInAnswer, UnlockByPin } from '#features/sign-in/deeds.ts';
import { PinPage } from '#features/sign-in/pin-page.tsx';
import { SetupPage } from '#features/sign-in/setup-page.tsx';
import { SignInPage } from '#features/sign-in/sign-in-page.tsx';
import type { WayInFrame } from '#features/sign-in/way-in.tsx';
import { useLanguage, useTexts } from '#i18n/react.tsx';
import { keepChoice, readChoice } from '#store/device-choices.ts';
import { PIN_LENGTH } from '#store/pin.ts';
import { StoreProvider } from '#store/react.tsx';
import type { KnownHere, Vaults } from '#store/vaults.ts';
import type { SessionPort } from '#sync/session-port.ts';
import type { HandOverPort } from '#sync/hand-over-port.ts';
import type { TeamPort } from '#sync/team-port.ts';
import { deviceNameOf, type DeviceKind } from './device-kind.ts';
import { sayFarewell } from './farewell.ts';
import { FirstTransfer } from './first-transfer.tsx';
import { openSession, type OpenSession, type Resting } from './open-session.ts';
import type { Passkeys } from './passkeys.ts';
import { Routes } from './routes.tsx';
import { SessionPorts, type Device } from './session-ports.tsx';
import { createSignIn, keptSession, type SignInFailure, type Unlocked, type Unlocking } from './session.ts';
import { StaffFrame } from './staff-frame.tsx';
import { emptyRevoked } from './standing.ts';

/** What the app is put together of. */
export type AppParts = {
  readonly vaults: Vaults;
  readonly port: SessionPort;
  readonly passkeys: Passkeys;
  readonly team: TeamPort;
  readonly handOver: HandOverPort;
  readonly device: Device;
  /** What this device is, as a key of the texts: its name is made of it and of the person's. */
  readonly deviceKind: DeviceKind;
  /** Called once somebody is in; resolves when all texts are there. */
  readonly onOpen: () => Promise<void>;
  /** Takes everything off the page, and out of its memory: what comes next is the lock by PIN, or nothing. */
  readonly clear: (resting: Resting | undefined) => void;
};

type Front =
  | { readonly kind: 'starting' }
  | { readonly kind: 'set-up' }
  | {
      readonly kind: 'locked';
      readonly people: readonly KnownHere[];
      /** Whose vaults were just taken off this device. */
      readonly emptied: readonly string[];
    }
  | { readonly kind: 'resting'; readonly resting: Resting }
  | { readonly kind: 'open'; readonly open: OpenSession };

const useWayIn = (parts: AppParts, show: (open: OpenSession) => void) => {
  const { vaults, port, passkeys, device, deviceKind, onOpen, clear } = parts;
  const { t } = useTexts('app');
  const signInTo = useMemo(
    () => createSignIn({ vaults, port, passkeys, newId: () => crypto.randomUUID(), now: () => new Date() }),
    [vaults, port, passkeys],
  );

  const enter = useCallback(
    async (unlocked: Unlocked): Promise<void> => {
      const deviceName = deviceNameOf(t(`deviceKinds.${deviceKind}`), unlocked.session.user.name);
      const [open] = await Promise.all([
        openSession(unlocked, { vaults, port, passkeys, deviceName, flush: device.flush, clear }),
        onOpen(),
      ]);
      keepChoice('county', unlocked.session.county);
      keepChoice('visits', String(Number(readChoice('visits') ?? 0) + 1));
      show(open);
      void device.storage.protect();
    },
    [vaults, port, passkeys, device, deviceKind, onOpen, clear, show, t],
  );
  const enterBy = useCallback(
    async (deed: Promise<Result<Unlocked, SignInFailure>>): Promise<Result<void, SignInFailure>> => {
      const unlocked = await deed;
      if (!unlocked.ok) return unlocked;
      await enter(unlocked.value);
      return ok(undefined);
    },
    [enter],
  );

  const signIn = useMemo((): SignIn => {
    const follow = async (
      deed: Promise<Result<Unlocking, SignInFailure>>,
    ): Promise<Result<SignInAnswer, SignInFailure>> => {
      const answer = await deed;
      if (!answer.ok) return answer;
      const unlocking = answer.value;
      if (unlocking.kind === 'open') {
        await enter(unlocking.unlocked);
        return ok({ kind: 'open' });
      }
      const other = {
        ways: unlocking.ways,
        openWith: (way: OtherWay) => enterBy(unlocking.openWith(way)),
        beginAnew: () => enterBy(unlocking.beginAnew()),
      };
      return ok({ kind: 'other-way', other });
    };
    return {
      byPassword: (login, password) => follow(signInTo.byPassword(login, password)),
      byPasskey: (person) => follow(signInTo.byPasskey(person ?? undefined)),
      canUsePasskeys: passkeys.isThere(),
    };
  }, [signInTo, enter, enterBy, passkeys]);
  const setUp = useCallback<SetUp>(
    async (request) => {
      const made = await port.setUp(request);
      if (!made.ok) return made;
      const signed = await signIn.byPassword(request.login, request.password);
      return signed.ok ? ok(undefined) : signed;
    },
    [port, signIn],
  );
  const unlockByPin = useCallback(
    ({ pin, person, closed }: Resting): UnlockByPin =>
      async (typed) => {
        await closed;
        const key = await pin.open(typed);
        if (!key.ok) {
          if (key.error.left === 0) await leave(port);
          return key;
        }
        const vault = await vaults.reopen(person.user, key.value, pin);
        const session = vault.ok ? keptSession(vault.value.session) : undefined;
        if (!vault.ok || session === undefined) {
          await leave(port);
          return fail({ type: 'wrong-pin', left: 0 });
        }
        await enter({ vault: vault.value, session, proof: undefined });
        return ok(undefined);
      },
    [vaults, port, enter],
  );
  return { signIn, setUp, unlockByPin };
};

/** Begins anew with the sign-in page: nothing but the password opens what lies here from now on. */
const leave = async (port: Pick<SessionPort, 'signOut'>): Promise<void> => {
  await sayFarewell(port);
  window.location.replace('/');
};

/** Decides what stands in front. */
export function StaffApp({
  parts,
  resting,
}: {
  readonly parts: AppParts;
  readonly resting?: Resting | undefined;
}) {
  const { vaults, port, team, handOver, device } = parts;
  const [front, setFront] = useState<Front>(
    resting === undefined ? { kind: 'starting' } : { kind: 'resting', resting },
  );
  const [county, setCounty] = useState(readChoice('county'));
  const { language, changeLanguage } = useLanguage();
  const show = useCallback((open: OpenSession) => setFront({ kind: 'open', open }), []);
  const { signIn, setUp, unlockByPin } = useWayIn(parts, show);

  useEffect(() => {
    const look = async (): Promise<void> => {
      const people = await vaults.known();
      setFront((now) =>
        now.kind === 'starting' && people.length > 0 ? { kind: 'locked', people, emptied: [] } : now,
      );
      const state = await port.setupState();
      if (state.ok) setCounty(state.value.county);
      const isEmpty = state.ok && state.value.needsFirstAdministrator;
      setFront((now) => {
        if (now.kind !== 'starting') return now;
        return isEmpty ? { kind: 'set-up' } : { kind: 'locked', people, emptied: [] };
      });
    };
    /** A lost tablet is empty as soon as it is heard, locked as it is. */
    const empty = async (): Promise<void> => {
      const gone = await emptyRevoked(vaults, port);
      if (gone.length === 0) return;
      const people = await vaults.known();
      setFront((now) =>
        now.kind === 'locked'
          ? { kind: 'locked', people, emptied: [...now.emptied, ...gone.map(({ name }) => name)] }
          : now,
      );
    };
    const lookAgain = (): void => void empty();
    void look().then(empty);
    window.addEventListener('online', lookAgain);
    return () => window.removeEventListener('online', lookAgain);
  }, [vaults, port]);

  const frame: WayInFrame = {
    county,
    language: language.tag,
    onLanguage: (tag) => {
      keepChoice('language', tag);
      void changeLanguage(tag);
    },
  };
  if (front.kind === 'starting') return null;
  if (front.kind === 'set-up') return <SetupPage frame={frame} setUp={setUp} />;
  if (front.kind === 'resting')
    return (
      <PinPage
        frame={frame}
        person={front.resting.person}
        waiting={front.resting.waiting}
        length={PIN_LENGTH}
        unlock={unlockByPin(front.resting)}
        onPassword={() => void leave(port)}
      />
    );
  if (front.kind === 'locked')
    return (
      <SignInPage
        key={front.emptied.length}
        frame={frame}
        people={front.people}
        emptied={front.emptied}
        signIn={signIn}
        waitingOf={vaults.waitingOf}
      />
    );
  return (
    <StoreProvider store={front.open.store}>
      <SessionPorts open={front.open} team={team} handOver={handOver} device={device}>
        <FirstTransfer>
          <StaffFrame>
            <Routes />
          </StaffFrame>
        </FirstTransfer>
      </SessionPorts>
    </StoreProvider>
  );
}
