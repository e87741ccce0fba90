// The invented county of the demo: who works there, and whom they accompany.
import type { NewId } from '#server/server-changes.ts';
import type { Storage } from '#server/storage/storage.ts';

/** A sign-in that the console prints. */
export type DemoSignIn = { readonly login: string; readonly password: string; readonly role: string };

/** What seeding needs beside the storage. Passwords are hashed as this server does it, with its pepper. */
export type DemoWorld = {
  readonly newId: NewId;
  readonly hashPassword: (password: string) => Promise<string>;
};

/**
 * Fills an empty county.
 * @param _now the ISO instant around which the invented lives are laid
 * @returns the sign-ins to print; none if nothing was seeded
 */
export const seedDemo = async (
  _storage: Storage,
  _now: string,
  _world: DemoWorld,
): Promise<readonly DemoSignIn[]> => [];
