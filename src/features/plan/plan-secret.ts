// The secret of a plan link: made on this tablet, shown once in the QR code, never stored. Only its hash is written (0008).

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

/** The address behind the QR code. What stands after `#` is never sent by a browser. */
export const planAddress = (publicUrl: string, secret: string): string =>
  `${publicUrl.replace(/\/$/, '')}/plan/#${secret}`;

/** Whether an address leads only to the device that opens it: another phone cannot reach it. */
export const isOnThisDeviceOnly = (publicUrl: string): boolean => {
  const host = URL.parse(publicUrl)?.hostname ?? '';
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127\./.test(host);
};
