// What a PIN and the secret of a plan link make together (docs/decisions/0024). Tablet and phone do the same; neither keeps the PIN.
import { argon2id } from 'hash-wasm';
import { base64url } from './base64url.ts';

/** `proof` is what the server is told at each opening; `sealing` is half of what seals the copy on the phone. */
export type PlanPin = { readonly proof: string; readonly sealing: Uint8Array<ArrayBuffer> };

/** How dear a guess is (RFC 9106). It belongs to every link that was ever given: another cost would need another label. */
const cost = { memorySize: 65_536, iterations: 3, parallelism: 1, hashLength: 32 } as const;

const utf8 = new TextEncoder();

const derive = async (from: Uint8Array<ArrayBuffer>, info: string, length: number) => {
  const material = await crypto.subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
  const by = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8.encode(info) };
  return new Uint8Array(await crypto.subtle.deriveBits(by, material, length * 8));
};

/** Stretches a PIN. The salt comes of the secret: who does not have that can try no PIN, here or anywhere. */
export const stretchPlanPin = async (secret: string, pin: string): Promise<PlanPin> => {
  const salt = await derive(utf8.encode(secret), 'geleit plan pin salt', 16);
  const stretched = await argon2id({ ...cost, password: pin, salt, outputType: 'binary' });
  const raw = Uint8Array.from(stretched);
  const proof = base64url(await derive(raw, 'geleit plan pin proof', 32));
  return { proof, sealing: await derive(raw, 'geleit plan pin copy', 32) };
};

/** What travels with the link: the server knows the right proof by it and cannot make one. */
export const checkOfPlanPin = async ({ proof }: PlanPin): Promise<string> =>
  base64url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(`geleit plan pin ${proof}`))));
