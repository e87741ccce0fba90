// Hands the features what they may ask of the app: makes the ports out of the open session and what watches the device.
import { useMemo, useSyncExternalStore, type ReactNode } from 'react';
import { PortsProvider, type Ports } from '#features/ports.tsx';
import { useLanguage } from '#i18n/react.tsx';
import { keepChoice } from '#store/device-choices.ts';
import type { HandOverPort } from '#sync/hand-over-port.ts';
import type { TeamPort } from '#sync/team-port.ts';
import type { Install } from './install.ts';
import type { OpenSession } from './open-session.ts';
import type { Update } from './pwa.ts';
import { createProving, ProofDialog } from './proving.tsx';
import type { DeviceStorage } from './storage.ts';
import type { ThemeChoice } from './theme.ts';

/** What the app knows of its device, from start to end. */
export type Device = {
  readonly storage: DeviceStorage;
  readonly install: Install;
  readonly update: Update;
  readonly theme: ThemeChoice;
  /** Brings what a hand has touched to the disk; false if something could not be saved. */
  readonly flush: () => Promise<boolean>;
};

type SessionPortsProps = {
  readonly open: OpenSession;
  readonly team: TeamPort;
  readonly handOver: HandOverPort;
  readonly device: Device;
  readonly children: ReactNode;
};

/** Ports for everything below; a part that changes makes them new. */
export function SessionPorts({ open, team, handOver, device, children }: SessionPortsProps) {
  const { transfer, session, signInAgain, renameDevice, changePassword, lock, pin, waysIn, devices } = open;
  const { storage, install, update, theme, flush } = device;
  const { language, changeLanguage } = useLanguage();
  const sessionFacts = useSyncExternalStore(session.subscribe, session.get);
  const ways = useSyncExternalStore(waysIn.ways.subscribe, waysIn.ways.get);
  const isPinSet = useSyncExternalStore(pin.isSet.subscribe, pin.isSet.get);
  const storageFacts = useSyncExternalStore(storage.facts.subscribe, storage.facts.get);
  const installFacts = useSyncExternalStore(install.facts.subscribe, install.facts.get);
  const isNewThere = useSyncExternalStore(update.isThere.subscribe, update.isThere.get);
  const chosenTheme = useSyncExternalStore(theme.chosen.subscribe, theme.chosen.get);

  const proving = useMemo(createProving, [open]);
  const ports = useMemo(
    (): Ports => ({
      session: sessionFacts,
      lock,
      transfer: { state: transfer.state, subscribe: transfer.subscribe, now: transfer.now, signInAgain },
      team: {
        list: team.list,
        create: (member) => proving.run(() => team.create(member)),
        change: (id, change) => proving.run(() => team.change(id, change)),
        resetPassword: (id) => proving.run(() => team.resetPassword(id)),
      },
      devices,
      renameDevice,
      handOver: {
        assign: async (assignment) => {
          const assigned = await handOver.assign(assignment);
          if (assigned.ok) await transfer.now();
          return assigned;
        },
        held: handOver.held,
      },
      changePassword,
      waysIn: { ...waysIn, ways },
      pin: { isSet: isPinSet, set: pin.set, remove: pin.remove },
      language: {
        current: language.tag,
        choose: (tag) => {
          keepChoice('language', tag);
          void changeLanguage(tag);
        },
      },
      theme: { current: chosenTheme, choose: theme.choose },
      update: {
        isThere: isNewThere,
        load: async () => {
          if (await flush()) update.load();
        },
      },
      install: { ...installFacts, ask: install.ask },
      storage: storageFacts,
      version: import.meta.env.VITE_BUILD,
    }),
    [
      ...[
        sessionFacts,
        lock,
        transfer,
        signInAgain,
        team,
        proving,
        renameDevice,
        handOver,
        changePassword,
        waysIn,
        ways,
        devices,
        pin,
        isPinSet,
        language,
        changeLanguage,
        chosenTheme,
      ],
      ...[theme, isNewThere, flush, update, installFacts, install, storageFacts],
    ],
  );
  return (
    <PortsProvider ports={ports}>
      {children}
      <ProofDialog proving={proving} />
    </PortsProvider>
  );
}
