// Light, dark, or as the device has it: remembered on this device, put on the page.
import { keepChoice, readChoice } from '#store/device-choices.ts';
import { createWatched, type Watched } from './watched.ts';

const themes = ['light', 'dark', 'system'] as const;
export type Theme = (typeof themes)[number];

export type ThemeChoice = { readonly chosen: Watched<Theme>; readonly choose: (theme: Theme) => void };

/** Puts the remembered choice on the page, and every later one. */
export const createThemeChoice = (root: HTMLElement): ThemeChoice => {
  const chosen = createWatched<Theme>(themes.find((theme) => theme === readChoice('theme')) ?? 'system');
  const show = (theme: Theme): void => {
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  };
  show(chosen.get());
  return {
    chosen,
    choose: (theme) => {
      keepChoice('theme', theme === 'system' ? null : theme);
      show(theme);
      chosen.set(theme);
    },
  };
};
