// The secret of a plan link and its PIN: made on this tablet, shown once, never stored. Only hashes are written (0008, 0024).
import { isGoodPin, PIN_LENGTH } from '#store/pin.ts';

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** A new secret: 32 random bytes in base64url, and what is written of it: their SHA-256 in base64url. */
export const createPlanSecret = async (
  fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): Promise<{ readonly secret: string; readonly hash: string }> => {
  const bytes = new Uint8Array(32);
  fill(bytes);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return { secret: toBase64Url(bytes), hash: toBase64Url(new Uint8Array(digest)) };
};

/** A new PIN: every good one is as likely as any other. */
export const createPlanPin = (
  fill: (number: Uint32Array<ArrayBuffer>) => Uint32Array = (number) => crypto.getRandomValues(number),
): string => {
  const most = 10 ** PIN_LENGTH;
  for (;;) {
    const [number = 0] = fill(new Uint32Array(1));
    const pin = String(number % most).padStart(PIN_LENGTH, '0');
    // What is left above the last whole million would make low numbers likelier.
    if (number < 2 ** 32 - (2 ** 32 % most) && isGoodPin(pin)) return pin;
  }
};

/** The address behind the QR code. What stands after `#` is never sent by a browser. */
export const planAddress = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/$/, '')}/plan/#${secret}`;

/** Whether an address leads only to the device that opens it: another phone cannot reach it. */
export const isOnThisDeviceOnly = (publicUrl: string): boolean => {
  const host = URL.parse(publicUrl)?.hostname ?? '';
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\./.test(host);
};
