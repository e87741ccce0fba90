// The texts of the staff's program: every namespace of every language, each fetched when it is first needed.
import type { i18n } from 'i18next';
import type { Texts } from './pseudo.ts';
import { createI18nOver, type TextFiles, type TextWish } from './text-source.ts';

const files: TextFiles = import.meta.glob<Texts>('/locales/*/*.json', { import: 'default' });

/** The i18next of the staff's program. */
export const createI18n = (wish: TextWish): Promise<i18n> => createI18nOver(files, wish);
