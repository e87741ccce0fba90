// Where the person's plan begins: texts, session and service worker put together.
import '#ui/base.css';
import '#ui/fonts-latin.css';
import '#ui/fonts-cyrillic.css';
import '#ui/fonts-arabic.css';
import { StrictMode, useSyncExternalStore } from 'react';
import { createRoot } from 'react-dom/client';
import { MyPlan } from '#features/my-plan/my-plan.tsx';
import type { PlanWorld } from '#features/my-plan/plan-session.ts';
import { createPlanI18n } from '#i18n/create-plan-i18n.ts';
import { pointPage } from '#i18n/direction.ts';
import { languageOrGerman, languagesFor } from '#i18n/languages.ts';
import { chosenLanguage, chosenTextSize, rememberLanguage, sizePage } from '#i18n/reading-choice.ts';
import { LanguageProvider } from '#i18n/react.tsx';
import { createPlanCopy, type PlanCopy } from '#store/plan-copy.ts';
import { createPlanPort } from '#sync/plan-port.ts';
import { registerPlanWorker, type PlanUpdates } from './plan-pwa.ts';

const now = () => new Date().toISOString();

const later = (milliseconds: number, call: () => void) => {
  const timer = setTimeout(call, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};

/** The language chosen here, also if a killed browser has forgotten it; else the phone's that we speak; else German. */
const firstLanguage = async (copy: PlanCopy): Promise<string> => {
  if (chosenLanguage() === null) rememberLanguage(await copy.language().catch(() => null));
  const chosen = chosenLanguage();
  if (chosen !== null) return chosen;
  const spoken = languagesFor('plan').map(({ tag }) => tag);
  const wanted = navigator.languages.map((tag) => tag.toLowerCase().split('-')[0]);
  return wanted.find((tag) => tag !== undefined && spoken.includes(tag)) ?? 'de';
};

function Plan({ world, updates }: { readonly world: PlanWorld; readonly updates: PlanUpdates }) {
  const isWaiting = useSyncExternalStore(updates.subscribe, updates.isWaiting);
  return <MyPlan world={world} onFresh={isWaiting ? updates.load : null} />;
}

const begin = async (root: HTMLElement) => {
  const copy = createPlanCopy();
  const language = await firstLanguage(copy);
  pointPage(document.documentElement, languageOrGerman(language));
  sizePage(document.documentElement, chosenTextSize());
  const i18n = await createPlanI18n(language);
  const updates = registerPlanWorker();
  i18n.on('languageChanged', () => void updates.keepLetters());
  void updates.keepLetters();
  const world: PlanWorld = { port: createPlanPort(), copy, now, later };
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider i18n={i18n}>
        <Plan world={world} updates={updates} />
      </LanguageProvider>
    </StrictMode>,
  );
};

const root = document.getElementById('root');
if (root) void begin(root);
