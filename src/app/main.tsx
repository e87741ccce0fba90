// Where the staff's app begins: language and theme first, then the way in.
import '#ui/base.css';
import '#ui/fonts-latin.css';
import '#ui/fonts-cyrillic.css';
import '#ui/fonts-arabic.css';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { flushAll } from '#forms/dirty.ts';
import { createI18n } from '#i18n/create-i18n.ts';
import { LanguageProvider } from '#i18n/react.tsx';
import { readChoice } from '#store/device-choices.ts';
import { createVaults } from '#store/vaults.ts';
import { call } from '#sync/http.ts';
import { createSessionPort } from '#sync/session-port.ts';
import { createHandOverPort } from '#sync/hand-over-port.ts';
import { createTeamPort } from '#sync/team-port.ts';
import { deviceKindOf } from './device-kind.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { createInstall } from './install.ts';
import type { Resting } from './open-session.ts';
import { browserPasskeys } from './passkeys.ts';
import { startWorker } from './pwa.ts';
import { StaffApp, type AppParts } from './staff-app.tsx';
import { BrokenPage } from './standing-pages.tsx';
import { createDeviceStorage } from './storage.ts';
import { createThemeChoice } from './theme.ts';

/** Texts that are needed once somebody is in; the others come before anything is drawn. */
const later = ['case', 'caseload', 'codes', 'counselling', 'forms', 'plan', 'plan-edit', 'profile', 'review'];
const laterToo = ['contributions', 'settings', 'team', 'today', 'transfer', 'versions'];

/** The pseudo-language comes by the address alone, and is not remembered. */
const firstLanguage = (): string => {
  const asked = new URLSearchParams(window.location.search).get('lang');
  if (asked === 'qps') return asked;
  return readChoice('language') === 'en' ? 'en' : 'de';
};

const start = async (root: HTMLElement): Promise<void> => {
  const theme = createThemeChoice(document.documentElement);
  const install = createInstall(window);
  const i18n = await createI18n({ language: firstLanguage(), namespaces: ['app', 'errors'] });
  const texts = i18n.loadNamespaces([...later, ...laterToo]);
  let isOpen = false;
  const parts: AppParts = {
    vaults: createVaults(),
    port: createSessionPort(call),
    passkeys: browserPasskeys,
    team: createTeamPort(call),
    handOver: createHandOverPort(call),
    deviceKind: deviceKindOf(navigator.userAgent, navigator.maxTouchPoints),
    device: {
      theme,
      install,
      storage: createDeviceStorage(navigator.storage),
      update: startWorker(() => !isOpen),
      flush: flushAll,
    },
    onOpen: async () => {
      isOpen = true;
      await texts;
    },
    // What React remembers of a tree goes with its root alone.
    clear: (resting) => {
      isOpen = false;
      shown?.unmount();
      if (resting !== undefined) show(resting);
    },
  };
  // Going back to a page that was left brings its memory back, too: nothing of it may be shown again.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
  let shown: Root | undefined;
  const show = (resting?: Resting): void => {
    shown = createRoot(root);
    shown.render(
      <StrictMode>
        <LanguageProvider i18n={i18n}>
          <ErrorBoundary
            show={(number) => (
              <main>
                <BrokenPage number={number} />
              </main>
            )}
          >
            <StaffApp parts={parts} resting={resting} />
          </ErrorBoundary>
        </LanguageProvider>
      </StrictMode>,
    );
  };
  show();
};

const root = document.getElementById('root');
if (root) void start(root);
