// The texts of the person's plan and nothing else: no word of the staff's program reaches her phone.
import type { i18n } from 'i18next';
import type { Texts } from './pseudo.ts';
import { createI18nOver, type TextFiles } from './text-source.ts';

const files: TextFiles = import.meta.glob<Texts>(['/locales/*/plan.json', '/locales/*/dates.json'], {
  import: 'default',
});

/** The i18next of the plan. */
export const createPlanI18n = (language: string): Promise<i18n> =>
  createI18nOver(files, { language, namespaces: ['plan'] });
