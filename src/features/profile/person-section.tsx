// Who the person is: names as she uses them and as registers have them, birth, nationality, arrival, language.
import { itemPath } from '#domain/path.ts';
import { partialDateSchema } from '#domain/partial-date.ts';
import { textAt } from '#domain/reading.ts';
import { CodeLeaf, FlagLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems } from '#forms/items.tsx';
import { DateLeaf } from '#forms/partial-date-field.tsx';
import { CountryLeaf, LanguageLeaf, useCountryName } from '#forms/place-select.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useTexts } from '#i18n/react.tsx';
import { FieldPair, TextField } from '#ui/text-field.tsx';
import { NameParts } from './name-parts.tsx';
import { More, Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

const Spellings = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const items = useItems(form, 'spellings', useUndo());
  return (
    <ItemList
      items={items}
      label={t('person.spellings')}
      hint={t('person.spellingsHint')}
      addLabel={t('person.addSpelling')}
      nameOf={({ leaves }, index) => textAt(leaves, 'text') ?? t('person.spellingAt', { index: index + 1 })}
    >
      {({ id }) => (
        <FieldPair>
          <TextField
            label={t('person.spelling')}
            dir="auto"
            {...form.field(itemPath('spellings', id, 'text'))}
          />
          <CodeLeaf
            form={form}
            path={itemPath('spellings', id, 'documentType')}
            list="document_type"
            label={t('person.onDocument')}
          />
        </FieldPair>
      )}
    </ItemList>
  );
};

const Nationalities = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const countryName = useCountryName();
  const items = useItems(form, 'nationalities', useUndo());
  return (
    <ItemList
      items={items}
      label={t('person.nationalities')}
      addLabel={t('person.addNationality')}
      nameOf={({ leaves }, index) => {
        const country = textAt(leaves, 'country');
        return country === null ? t('person.nationalityAt', { index: index + 1 }) : countryName(country);
      }}
    >
      {({ id }) => (
        <CountryLeaf
          form={form}
          path={itemPath('nationalities', id, 'country')}
          label={t('person.nationality')}
          nationality
        />
      )}
    </ItemList>
  );
};

const Birth = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const birth = partialDateSchema.safeParse(form.record?.values['birth']).data;
  const isFirstOfYear = birth?.month === 1 && birth.day === 1 && birth.estimated !== true;
  return (
    <DateLeaf
      form={form}
      path="birth"
      label={t('person.birth')}
      hint={isFirstOfYear ? t('person.birthFirst') : t('person.birthHint')}
      isPast
      canBeEstimated
    />
  );
};

/** Section A. */
export const PersonSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const needsInterpreter = ![undefined, null, 'NO'].some(
    (one) => one === form.record?.values['interpreterNeeded'],
  );
  return (
    <>
      <Part>
        <NameParts form={form} />
        <TextField label={t('person.called')} dir="auto" {...form.field('nameCalled')} />
        <More>
          <FlagLeaf form={form} path="singleName" label={t('person.single')} />
          <FieldPair>
            <TextField label={t('person.registerGiven')} dir="auto" {...form.field('registerGiven')} />
            <TextField label={t('person.registerFamily')} dir="auto" {...form.field('registerFamily')} />
          </FieldPair>
          <TextField label={t('person.originalScript')} dir="auto" {...form.field('originalScript')} />
          <Spellings form={form} />
        </More>
      </Part>
      <Part>
        <Birth form={form} />
        <CodeLeaf form={form} path="gender" list="gender" label={t('person.gender')} columns={4} />
        <Nationalities form={form} />
      </Part>
      <Part>
        <DateLeaf
          form={form}
          path="arrival"
          label={t('person.arrival')}
          hint={t('person.partly')}
          isPast
          canBeEstimated
        />
        <DateLeaf form={form} path="countySince" label={t('person.countySince')} isPast canBeEstimated />
      </Part>
      <Part>
        <LanguageLeaf form={form} path="languageApp" label={t('person.languageApp')} />
        <CodeLeaf
          form={form}
          path="interpreterNeeded"
          list="interpreter_need"
          label={t('person.interpreter')}
          columns={4}
        />
        {needsInterpreter && (
          <>
            <LanguageLeaf
              form={form}
              path="interpreterLanguage"
              label={t('person.interpreterLanguage')}
              spoken
            />
            <CodeLeaf
              form={form}
              path="interpreterGender"
              list="interpreter_gender"
              label={t('person.interpreterGender')}
            />
          </>
        )}
      </Part>
    </>
  );
};
