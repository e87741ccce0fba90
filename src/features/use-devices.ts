// The devices as the server knows them: looked for when a screen opens, and again when one was taken away.
import { useCallback, useEffect, useState } from 'react';
import { usePorts, type KnownDevice } from './ports.tsx';

export type Devices = {
  /** Null until the server has told them, or if it cannot be asked. */
  readonly devices: readonly KnownDevice[] | null;
  readonly look: () => void;
};

/** The devices a person may see: her own, or all for who leads. */
export const useDevices = (): Devices => {
  const { list } = usePorts().devices;
  const [devices, setDevices] = useState<readonly KnownDevice[] | null>(null);
  const load = useCallback(async () => {
    const found = await list();
    if (found.ok) setDevices(found.value);
  }, [list]);
  const look = useCallback(() => void load(), [load]);
  useEffect(look, [look]);
  return { devices, look };
};
