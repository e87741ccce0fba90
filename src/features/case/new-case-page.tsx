// A new case: few fields, saved from the first name on. The rest is asked in the profile, in no hurry.
import { useDeferredValue, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import * as z from 'zod/mini';
import { addressSchema } from '#domain/address.ts';
import { personIdOf } from '#domain/id.ts';
import type { Json } from '#domain/json.ts';
import { today } from '#domain/local-time.ts';
import type { NamePartRole } from '#domain/name-part.ts';
import { orderBetween } from '#domain/order.ts';
import { itemPath } from '#domain/path.ts';
import { personKind } from '#domain/person.ts';
import { ok } from '#domain/result.ts';
import { CodeLeaf } from '#forms/code-choice.tsx';
import type { Reading } from '#forms/judging.ts';
import { DateLeaf } from '#forms/partial-date-field.tsx';
import { LanguageLeaf } from '#forms/place-select.tsx';
import { useRecordForm, type RecordForm } from '#forms/record-form.tsx';
import { SaveMark } from '#forms/save-mark.tsx';
import { useTexts } from '#i18n/react.tsx';
import { useStore } from '#store/react.tsx';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { iconArrowRight } from '#ui/icon-paths.ts';
import { Link } from '#ui/link.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { usePage } from '#ui/page.ts';
import { FieldPair, TextField } from '#ui/text-field.tsx';
import './case.css';

// loose: a part while it is typed may be empty, and it has a role beside its text
const partWords = z.looseObject({ text: z.string() });
const textOf = (value: Json): string => partWords.safeParse(value).data?.text ?? '';
const readPart: Reading = (raw) => ok(textOf(raw).trim() === '' ? null : raw);

const NamePartField = ({
  form,
  item,
  role,
  label,
  error,
  hint,
  isFirst = false,
}: {
  readonly form: RecordForm;
  readonly item: string;
  readonly role: NamePartRole;
  readonly label: string;
  readonly error?: string | undefined;
  readonly hint?: string | undefined;
  readonly isFirst?: boolean;
}) => {
  const leaf = form.leaf(itemPath('nameParts', item, 'part'), readPart);
  return (
    <TextField
      label={label}
      hint={hint}
      error={leaf.error ?? error}
      dir="auto"
      autoFocus={isFirst}
      enterKeyHint="next"
      value={textOf(leaf.value)}
      onFocus={leaf.onFocus}
      onBlur={leaf.onBlur}
      onChange={(event) => {
        leaf.change({ text: event.currentTarget.value, role });
      }}
    />
  );
};

const readPlace: Reading = (raw) => {
  const { data } = addressSchema.safeParse(raw);
  return ok(data === undefined || (data.place ?? '').trim() === '' ? null : raw);
};

const PlaceField = ({ form }: { readonly form: RecordForm }) => {
  const { t } = useTexts('case');
  const leaf = form.leaf('address', readPlace);
  return (
    <TextField
      label={t('new.place')}
      dir="auto"
      value={addressSchema.safeParse(leaf.value).data?.place ?? ''}
      error={leaf.error}
      onFocus={leaf.onFocus}
      onBlur={leaf.onBlur}
      onChange={(event) => {
        leaf.change({ place: event.currentTarget.value });
      }}
    />
  );
};

const MOST_ALIKE = 3;

/** Cases that may be about the same person: better seen now than merged later. */
const Alike = ({ name, caseId }: { readonly name: string; readonly caseId: string }) => {
  const { t } = useTexts('case');
  const { search } = useStore();
  const wanted = useDeferredValue(name.trim());
  const found = wanted.length < 3 ? [] : search(wanted).filter((other) => other.caseId !== caseId);
  if (found.length === 0) return null;
  return (
    <Banner tone="info">
      {t('new.alike')}{' '}
      {found.slice(0, MOST_ALIKE).map((other, index) => (
        <span key={other.caseId}>
          {index > 0 && ', '}
          <Link href={`/faelle/${other.caseId}/ueberblick`}>
            <bdi>{other.name}</bdi>
          </Link>
        </span>
      ))}
    </Banner>
  );
};

/** The page at /faelle/neu. */
export const NewCasePage = () => {
  const { t } = useTexts('case');
  const [, navigate] = useLocation();
  const [ids] = useState(() => ({
    caseId: crypto.randomUUID(),
    given: crypto.randomUUID(),
    family: crypto.randomUUID(),
  }));
  const { caseId } = ids;
  const [beginning] = useState(() => ({
    set: {},
    more: [
      {
        caseId,
        kind: 'case',
        recordId: caseId,
        set: { opened: today(new Date()), person: personIdOf(caseId) },
      },
    ],
    needs: 'nameParts/',
  }));
  const form = useRecordForm({ caseId, kind: personKind, recordId: personIdOf(caseId), beginning });
  const [error, setError] = useState<string>();
  const { place } = form.session;
  useEffect(() => {
    place('nameParts', ids.given, orderBetween());
    place('nameParts', ids.family, orderBetween(orderBetween()));
  }, [place, ids]);
  usePage(t('new.title'));
  const single = form.leaf('singleName');
  const isSingle = single.value === true;
  const given = form.leaf(itemPath('nameParts', ids.given, 'part'), readPart);
  const family = form.leaf(itemPath('nameParts', ids.family, 'part'), readPart);
  const name = [given, family]
    .map(({ value }) => textOf(value).trim())
    .filter(Boolean)
    .join(' ');
  const setSingle = (isOne: boolean): void => {
    single.change(isOne ? true : null);
    if (textOf(given.value) !== '')
      given.change({ text: textOf(given.value), role: isOne ? 'unknown' : 'given' });
    if (isOne && textOf(family.value) !== '') family.change({ text: '' });
  };

  const goOn = async (): Promise<void> => {
    if (name.trim() === '') return setError(t('new.nameMissing'));
    if (await form.session.flush()) navigate(`/faelle/${caseId}/profil`);
  };
  return (
    <>
      <PageHead
        title={t('new.title')}
        back={{ href: '/faelle', label: t('back') }}
        sync={<SaveMark form={form} />}
      />
      <form
        className="g-case-new"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void goOn();
        }}
      >
        <FieldPair>
          <NamePartField
            form={form}
            item={ids.given}
            role={isSingle ? 'unknown' : 'given'}
            label={isSingle ? t('new.single') : t('new.given')}
            error={name === '' ? error : undefined}
            isFirst
          />
          {!isSingle && <NamePartField form={form} item={ids.family} role="family" label={t('new.family')} />}
        </FieldPair>
        <Checkbox
          label={t('new.onlyOne')}
          checked={isSingle}
          onChange={(event) => {
            setSingle(event.currentTarget.checked);
          }}
        />
        <Alike name={name} caseId={caseId} />
        <DateLeaf
          form={form}
          path="birth"
          label={t('new.birth')}
          hint={t('new.birthHint')}
          isPast
          canBeEstimated
        />
        <FieldPair>
          <LanguageLeaf form={form} path="languageApp" label={t('new.language')} />
          <PlaceField form={form} />
        </FieldPair>
        <CodeLeaf
          form={form}
          path="interpreterNeeded"
          list="interpreter_need"
          label={t('new.interpreter')}
          columns={4}
        />
        <div className="g-case-new-foot">
          <Button type="submit" variant="primary" size="l" iconEnd={iconArrowRight}>
            {form.record === undefined ? t('new.create') : t('new.goOn')}
          </Button>
          <p className="g-case-none">{t('new.later')}</p>
        </div>
      </form>
    </>
  );
};
