// Offers to put Geleit on the home screen: keeps the browser's own question until somebody asks for it.
import { createWatched, type Watched } from './watched.ts';

/** The browser's question, as Chromium hands it out (it is in no standard). */
type InstallQuestion = Event & { readonly prompt: () => Promise<unknown> };

export type InstallFacts = { readonly canAsk: boolean; readonly isInstalled: boolean };
export type Install = { readonly facts: Watched<InstallFacts>; readonly ask: () => Promise<void> };

const isQuestion = (event: Event): event is InstallQuestion =>
  'prompt' in event && typeof event.prompt === 'function';

/** Listens from the start, for the question comes once and early. */
export const createInstall = (page: Window): Install => {
  const isInstalled = page.matchMedia('(display-mode: standalone)').matches;
  const facts = createWatched<InstallFacts>({ canAsk: false, isInstalled });
  let question: InstallQuestion | undefined;
  page.addEventListener('beforeinstallprompt', (event) => {
    if (!isQuestion(event)) return;
    event.preventDefault();
    question = event;
    facts.set({ ...facts.get(), canAsk: true });
  });
  page.addEventListener('appinstalled', () => facts.set({ canAsk: false, isInstalled: true }));
  return {
    facts,
    ask: async () => {
      await question?.prompt();
      question = undefined;
      facts.set({ ...facts.get(), canAsk: false });
    },
  };
};
