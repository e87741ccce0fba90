// How the person can be reached, and what to know before calling: her language, who interprets, where she lives.
import * as z from 'zod/mini';
import { addressSchema, protectedAddress } from '#domain/address.ts';
import { versionsToDecide } from '#domain/dispute.ts';
import { personIdOf } from '#domain/id.ts';
import { personKind } from '#domain/person.ts';
import { readDocument } from '#domain/record.ts';
import { VersionsLink } from '#forms/contested-mark.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { useCaseFile } from '#store/react.tsx';
import { Link } from '#ui/link.tsx';
import { Card } from '#ui/card.tsx';
import { DefinitionList } from '#ui/definition-list.tsx';

const shownAddress = z.catch(addressSchema, {});
const textsOf = z.catch(z.array(z.string()), []);

/** The card beside the overview. */
export const Contact = ({ caseId }: { readonly caseId: string }) => {
  const { t } = useTexts('case');
  const nameOf = useCodeNames('codes');
  const { languageName, list } = useFormat();
  const record = useCaseFile(caseId)?.records.get(personIdOf(caseId));
  const person = record === undefined ? {} : readDocument(personKind, record);
  const said = (name: string, code: string | undefined): string | undefined =>
    code === undefined ? undefined : (nameOf(name, code) ?? code);
  const { accommodation, place, postcode, street } = protectedAddress(shownAddress.parse(person.address));
  const lives = [said('accommodation', accommodation), street, [postcode, place].filter(Boolean).join(' ')];
  const channels = textsOf.parse(person.phoneChannels).map((code) => nameOf('phone_channel', code) ?? code);
  const rows = [
    {
      term: t('contact.phone'),
      leaves: ['phone', 'phoneChannels'],
      value: person.phone !== undefined && (
        <>
          <a href={`tel:${person.phone.replace(/[^\d+]/g, '')}`}>
            <bdi dir="ltr">{person.phone}</bdi>
          </a>
          {channels.length > 0 && <div>{list(channels)}</div>}
        </>
      ),
    },
    {
      term: t('contact.called'),
      leaves: ['nameCalled'],
      value: person.nameCalled !== undefined && <bdi>{person.nameCalled}</bdi>,
    },
    {
      term: t('contact.language'),
      leaves: ['languageApp'],
      value: person.languageApp !== undefined && languageName(person.languageApp),
    },
    {
      term: t('contact.interpreter'),
      leaves: ['interpreterNeeded', 'interpreterLanguage', 'interpreterGender'],
      value: [
        said('interpreter_need', person.interpreterNeeded),
        person.interpreterLanguage === undefined ? undefined : languageName(person.interpreterLanguage),
        person.interpreterGender === 'ANY' ? undefined : said('interpreter_gender', person.interpreterGender),
      ]
        .filter(Boolean)
        .join(' · '),
    },
    { term: t('contact.lives'), leaves: ['address'], value: lives.filter(Boolean).join(' · ') },
    {
      term: t('contact.trusted'),
      leaves: ['trustedName', 'trustedPhone'],
      value: person.trustedName !== undefined && <bdi>{person.trustedName}</bdi>,
    },
  ]
    .filter(({ value }) => value !== false && value !== '')
    .map(({ term, value, leaves }) => {
      const path = leaves.find((leaf) => record !== undefined && versionsToDecide(record, leaf).length > 0);
      if (record === undefined || path === undefined) return { term, value };
      return {
        term,
        value: (
          <>
            {value}
            <div>
              <VersionsLink caseId={caseId} field={{ recordId: record.id, path }} />
            </div>
          </>
        ),
      };
    });
  return (
    <Card title={t('contact.title')} className="g-case-facts">
      {rows.length > 0 ? (
        <DefinitionList items={rows} />
      ) : (
        <p className="g-case-none">
          {t('contact.none')}{' '}
          <Link href={`/faelle/${caseId}/profil?abschnitt=contact`}>{t('contact.add')}</Link>
        </p>
      )}
    </Card>
  );
};
