// Says who wrote a version, when and on which device.
import type { Version } from '#domain/record.ts';
import { SERVER } from '#domain/id.ts';
import { textAt } from '#domain/reading.ts';
import { usePorts } from '#features/ports.tsx';
import { localDay } from '#i18n/berlin-time.ts';
import { useFormat, useTexts } from '#i18n/react.tsx';
import { useCounty, useTransferFacts } from '#store/react.tsx';
import { useNow } from '#ui/use-now.ts';

/** What can be said of an author; what this device has not been told yet is said to be on its way. */
export type AuthorWords = {
  readonly isYou: boolean;
  /** "Sie", or the name. */
  readonly name: string;
  /** The name in a text that others read. */
  readonly fullName: string;
  /** "gestern, 14:40 Uhr · Tablet 4" */
  readonly when: string;
};

/** The words for one version. */
export const useAuthorWords = (): ((version: Version) => AuthorWords) => {
  const { t } = useTexts('versions');
  const { instantNear } = useFormat();
  const { user } = usePorts().session;
  const county = useCounty();
  const { device: own } = useTransferFacts();
  const today = localDay(useNow().toISOString());
  const nameOf = (id: string): string | null => textAt(county.records.get(id)?.values, 'name');
  return ({ by, device, at }) => {
    const isYou = by === user.id;
    const someone = by === null ? t('someone') : by === SERVER ? t('server') : (nameOf(by) ?? t('someone'));
    const fullName = isYou ? user.name : someone;
    const where =
      device === null ? null : device === own ? t('thisDevice') : (nameOf(device) ?? t('otherDevice'));
    const when = [at === null ? t('later') : instantNear(at, today), where].filter(Boolean).join(' · ');
    return { isYou, name: isYou ? t('you') : fullName, fullName, when };
  };
};
