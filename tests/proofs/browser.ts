// The house's own way to its browser, for proofs that need one.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { house } from './house-copy.ts';
import { CannotRun } from './proof.ts';

/** It is a script, whose words are read at the door. */
const browserSchema = z.object({
  chromiumPath: z.custom<() => string | undefined>((value) => typeof value === 'function'),
  chromiumFlags: z.array(z.string()),
});

/** How Chromium is started here. Throws `CannotRun` where there is none. */
export const howToLaunch = async (): Promise<{
  readonly executablePath: string;
  readonly args: string[];
}> => {
  const script: unknown = await import(pathToFileURL(join(house, 'scripts', 'chromium.mjs')).href);
  const { chromiumPath, chromiumFlags } = browserSchema.parse(script);
  const executablePath = chromiumPath();
  if (executablePath === undefined) throw new CannotRun('there is no Chromium');
  return { executablePath, args: chromiumFlags };
};
