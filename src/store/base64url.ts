// Bytes as text that may stand in an address.

/** Without the padding, as RFC 4648 §5 allows. */
export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
