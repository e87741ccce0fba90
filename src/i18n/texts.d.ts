// Makes every text key known to the compiler: the German files are the measure.
import 'i18next';
import type app from '#locales/de/app.json';
import type caseFile from '#locales/de/case.json';
import type caseload from '#locales/de/caseload.json';
import type codes from '#locales/de/codes.json';
import type contributions from '#locales/de/contributions.json';
import type counselling from '#locales/de/counselling.json';
import type errors from '#locales/de/errors.json';
import type forms from '#locales/de/forms.json';
import type plan from '#locales/de/plan.json';
import type planEdit from '#locales/de/plan-edit.json';
import type profile from '#locales/de/profile.json';
import type review from '#locales/de/review.json';
import type settings from '#locales/de/settings.json';
import type team from '#locales/de/team.json';
import type today from '#locales/de/today.json';
import type transfer from '#locales/de/transfer.json';
import type versions from '#locales/de/versions.json';

/** The texts by namespace. A new namespace is one line here and one file a language. */
export type TextsByNamespace = {
  app: typeof app;
  case: typeof caseFile;
  caseload: typeof caseload;
  codes: typeof codes;
  contributions: typeof contributions;
  counselling: typeof counselling;
  errors: typeof errors;
  forms: typeof forms;
  plan: typeof plan;
  'plan-edit': typeof planEdit;
  profile: typeof profile;
  review: typeof review;
  settings: typeof settings;
  team: typeof team;
  today: typeof today;
  transfer: typeof transfer;
  versions: typeof versions;
};

export type TextNamespace = keyof TextsByNamespace;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app';
    resources: TextsByNamespace;
  }
}
