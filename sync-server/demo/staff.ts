// Who works in the invented county: three caseworkers, their supervisor, and whoever runs the server.
import type { UserRole } from '#domain/user.ts';

/** A person with an account; `device` is the tablet the invented entries were written on, if she writes any. */
export type DemoMember = {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: UserRole;
  readonly mayReadLimits: boolean;
  readonly password: string;
  readonly device?: { readonly id: string; readonly name: string };
};

/** All of them. The passwords are public: they are printed at every start of the demo. */
export const demoStaff = {
  ahlers: {
    id: 'demo-user-1',
    login: 'ahlers',
    name: 'Wiebke Ahlers',
    role: 'caseworker',
    mayReadLimits: true,
    password: 'fuhse-weide-birke',
    device: { id: 'demo-tablet-1', name: 'Tablet 1' },
  },
  yildirim: {
    id: 'demo-user-2',
    login: 'yildirim',
    name: 'Cem Yıldırım',
    role: 'caseworker',
    mayReadLimits: true,
    password: 'bruecke-hafer-mond',
    device: { id: 'demo-tablet-4', name: 'Tablet 4' },
  },
  kallmeyer: {
    id: 'demo-user-3',
    login: 'kallmeyer',
    name: 'Dörte Kallmeyer',
    role: 'caseworker',
    mayReadLimits: false,
    password: 'ruebe-wolke-lampe',
    device: { id: 'demo-tablet-2', name: 'Tablet 2' },
  },
  sandvoss: {
    id: 'demo-user-4',
    login: 'sandvoss',
    name: 'Dr. Henrike Sandvoß',
    role: 'supervisor',
    mayReadLimits: false,
    password: 'heide-kranich-uhr',
    device: { id: 'demo-desk-1', name: 'Schreibtisch' },
  },
  deichmann: {
    id: 'demo-user-5',
    login: 'verwaltung',
    name: 'Jonas Deichmann',
    role: 'administrator',
    mayReadLimits: false,
    password: 'deich-anker-kessel',
  },
} as const satisfies Record<string, DemoMember>;

/** Whoever leads cases. */
export type Caseworker = 'ahlers' | 'yildirim' | 'kallmeyer';
