// Where a service worker may come from: our two addresses. A page under Trusted Types takes none that is not made here.

const addresses = ['/sw.js', '/plan/sw.js'] as const;
const isOurs = (text: string): boolean => addresses.some((address) => address === text);

/**
 * The address in the form that a page under Trusted Types takes; browsers without them take the text. To be asked once a
 * page: the server allows one policy of this name (sync-server/edge.ts), and no second one.
 */
export const workerAddress = (address: (typeof addresses)[number]): string | TrustedScriptURL => {
  const policy = window.trustedTypes?.createPolicy('geleit-worker', {
    createScriptURL: (text) => {
      if (!isOurs(text)) throw new TypeError('This is not one of our service workers.');
      return text;
    },
  });
  return policy?.createScriptURL(address) ?? address;
};
