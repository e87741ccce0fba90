// Languages: which ones, how well, in which scripts; and German by skill, because courses begin there (§1.11).
import { itemPath } from '#domain/path.ts';
import { textAt } from '#domain/reading.ts';
import { CodeLeaf, FlagLeaf } from '#forms/code-choice.tsx';
import { ItemList, useItems, type ListItem } from '#forms/items.tsx';
import { readChoice } from '#forms/judging.ts';
import { LeafNote } from '#forms/leaf-note.tsx';
import { DateLeaf, DayLeaf } from '#forms/partial-date-field.tsx';
import { LanguageLeaf } from '#forms/place-select.tsx';
import { useUndo } from '#forms/undo.tsx';
import { useCodeNames, useFormat, useTexts } from '#i18n/react.tsx';
import { Button } from '#ui/button.tsx';
import { MultiChoiceChips } from '#ui/choice-chips.tsx';
import { iconPlus } from '#ui/icon-paths.ts';
import { FieldPair, TextField } from '#ui/text-field.tsx';
import { Four, More, Part } from './parts.tsx';
import type { SectionProps } from './profile-page.tsx';

const skills = ['listening', 'speaking', 'reading', 'writing'] as const;

const LanguageFields = ({ form, item: { id, leaves } }: SectionProps & { readonly item: ListItem }) => {
  const { t } = useTexts('profile');
  const path = (field: string): string => itemPath('languages', id, field);
  const isGerman = textAt(leaves, 'language') === 'de';
  const isFirst = leaves['firstLanguage'] === true;
  const skillLists = (
    <Four>
      {skills.map((skill) => (
        <CodeLeaf
          key={skill}
          form={form}
          path={path(skill)}
          list="cefr"
          look="list"
          label={t(`language.${skill}`)}
        />
      ))}
    </Four>
  );
  const assessed = (
    <>
      <CodeLeaf form={form} path={path('basis')} list="cefr_basis" label={t('language.basis')} columns={2} />
      <DayLeaf form={form} path={path('assessedOn')} label={t('language.assessedOn')} />
      <CodeLeaf form={form} path={path('evidence')} list="evidence" label={t('evidence')} columns={2} />
    </>
  );
  return (
    <>
      <FieldPair>
        <LanguageLeaf form={form} path={path('language')} label={t('language.language')} spoken />
        {!isGerman && <TextField label={t('language.dialect')} dir="auto" {...form.field(path('dialect'))} />}
      </FieldPair>
      {!isGerman && <FlagLeaf form={form} path={path('firstLanguage')} label={t('language.first')} />}
      {!isGerman && !isFirst && (
        <CodeLeaf form={form} path={path('level')} list="language_level" label={t('language.level')} />
      )}
      {isGerman && skillLists}
      {isGerman && (
        <CodeLeaf
          form={form}
          path={path('basis')}
          list="cefr_basis"
          label={t('language.basis')}
          columns={2}
        />
      )}
      <More>
        {isGerman ? (
          <>
            <DayLeaf form={form} path={path('assessedOn')} label={t('language.assessedOn')} />
            <CodeLeaf form={form} path={path('evidence')} list="evidence" label={t('evidence')} columns={2} />
          </>
        ) : (
          <>
            {skillLists}
            {assessed}
          </>
        )}
      </More>
    </>
  );
};

const Languages = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const { languageName } = useFormat();
  const items = useItems(form, 'languages', useUndo());
  const hasGerman = items.items.some(({ leaves }) => textAt(leaves, 'language') === 'de');
  return (
    <>
      <ItemList
        items={items}
        label={t('language.languages')}
        addLabel={t('language.add')}
        nameOf={({ leaves }, index) => {
          const tag = textAt(leaves, 'language');
          return tag === null ? t('language.at', { index: index + 1 }) : languageName(tag);
        }}
        canMove
      >
        {(item) => <LanguageFields form={form} item={item} />}
      </ItemList>
      {!hasGerman && (
        <div>
          <Button
            icon={iconPlus}
            onClick={() => {
              form.session.touch(itemPath('languages', items.add(), 'language'), 'de', readChoice);
              void form.session.flush();
            }}
          >
            {t('language.addGerman')}
          </Button>
        </div>
      )}
    </>
  );
};

/** Scripts that people of this caseload read, the most frequent first. */
const scripts = ['Latn', 'Arab', 'Cyrl', 'Ethi', 'Geor', 'Armn'] as const;

const Scripts = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const leaf = form.leaf('scripts');
  const value = Array.isArray(leaf.value) ? leaf.value.filter((one) => typeof one === 'string') : [];
  const others = value.filter((script) => !scripts.some((one) => one === script));
  return (
    <div className="g-forms-leaf">
      <MultiChoiceChips
        label={t('language.scripts')}
        options={[
          ...scripts.map((script) => ({ value: String(script), label: t(`script.${script}`) })),
          ...others.map((script) => ({ value: script, label: script })),
        ]}
        value={value}
        onChange={leaf.change}
      />
      <LeafNote leaf={leaf} />
    </div>
  );
};

const Certificates = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  const nameOf = useCodeNames('codes');
  const items = useItems(form, 'certificates', useUndo());
  return (
    <ItemList
      items={items}
      label={t('language.certificates')}
      addLabel={t('language.addCertificate')}
      nameOf={({ leaves }, index) => {
        const code = textAt(leaves, 'certificate');
        return code === null
          ? t('language.certificateAt', { index: index + 1 })
          : (nameOf('lang_cert', code) ?? code);
      }}
    >
      {({ id }) => {
        const path = (field: string): string => itemPath('certificates', id, field);
        return (
          <>
            <CodeLeaf
              form={form}
              path={path('certificate')}
              list="lang_cert"
              label={t('language.certificate')}
            />
            <FieldPair>
              <CodeLeaf
                form={form}
                path={path('level')}
                list="cefr"
                look="list"
                label={t('language.certLevel')}
              />
              <TextField label={t('language.result')} dir="auto" {...form.field(path('result'))} />
            </FieldPair>
            <DateLeaf form={form} path={path('issuedOn')} label={t('language.issuedOn')} isPast />
            <CodeLeaf form={form} path={path('evidence')} list="evidence" label={t('evidence')} columns={2} />
          </>
        );
      }}
    </ItemList>
  );
};

/** Section E. */
export const LanguageSection = ({ form }: SectionProps) => {
  const { t } = useTexts('profile');
  return (
    <>
      <Part>
        <Languages form={form} />
      </Part>
      <Part>
        <CodeLeaf form={form} path="literacy" list="literacy" label={t('language.literacy')} columns={2} />
        <Scripts form={form} />
      </Part>
      <Part>
        <Certificates form={form} />
      </Part>
    </>
  );
};
