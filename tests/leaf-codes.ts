// Which code list each leaf that holds codes takes its codes from: for tests that look at whole records.
import type { CodeListName } from '#domain/codes.ts';
import { codeEntry, isSelectable } from '#domain/codes.ts';
import { nationalities } from '#domain/codes/countries.ts';
import { kindByName } from '#domain/kinds.ts';
import { codeSchema, codesSchema } from '#domain/leaf.ts';
import { partsOfPath } from '#domain/path.ts';
import { leafSchemaAt, type VersionedRecord } from '#domain/record.ts';

type List = CodeListName | 'country';

const lists: Readonly<Record<string, List>> = {
  'person gender': 'gender',
  'person interpreterNeeded': 'interpreter_need',
  'person interpreterGender': 'interpreter_gender',
  'person phoneChannels': 'phone_channel',
  'person asylumStage': 'asylum_stage',
  'person identityClarified': 'identity_clarified',
  'person childcare': 'childcare',
  'person timesAvailable': 'time_slot',
  'person literacy': 'literacy',
  'person schoolGerman': 'school_de',
  'person schoolRecognition': 'school_recognition',
  'person strengthCards': 'strength_card',
  'person digital': 'digital',
  'person driving': 'driving',
  'person drivingCountry': 'country',
  'person mobility': 'mobility',
  'person shifts': 'shift',
  'person obstacles': 'obstacle',
  'person goalKind': 'goal_kind',
  'person goalWhen': 'goal_when',
  'person template': 'plan_template',
  'person profileState': 'profile_state',
  'person infoForm': 'info_form',
  'person spellings documentType': 'document_type',
  'person nationalities country': 'country',
  'person statuses status': 'residence_status',
  'person statuses documentType': 'document_type',
  'person statuses sourceSeen': 'source_seen',
  'person statuses residenceRule': 'residence_rule',
  'person workPermits permit': 'work_permit',
  'person workPermits sourceSeen': 'source_seen',
  'person benefits rechtskreis': 'rechtskreis',
  'person languages level': 'language_level',
  'person languages listening': 'cefr',
  'person languages reading': 'cefr',
  'person languages speaking': 'cefr',
  'person languages writing': 'cefr',
  'person languages basis': 'cefr_basis',
  'person languages evidence': 'evidence',
  'person certificates certificate': 'lang_cert',
  'person certificates level': 'cefr',
  'person certificates evidence': 'evidence',
  'person schools origin': 'school_origin',
  'person schools country': 'country',
  'person schools evidence': 'evidence',
  'person vocations qualType': 'qual_type',
  'person vocations country': 'country',
  'person vocations regulated': 'qual_regulated',
  'person vocations recognitionPath': 'recognition_path',
  'person vocations recognitionStatus': 'recognition_status',
  'person vocations recognitionOutcome': 'recognition_outcome',
  'person vocations anabinInstitution': 'anabin_institution',
  'person vocations anabinDegree': 'anabin_degree',
  'person vocations evidence': 'evidence',
  'person jobs country': 'country',
  'person jobs isco1': 'isco1',
  'person jobs kldb2': 'kldb2',
  'person jobs level': 'job_level',
  'person jobs evidence': 'evidence',
  'person goals kldb2': 'kldb2',
  'case closureReason': 'closure_reason',
  'case level': 'case_level',
  'case phase': 'case_phase',
  'case origin': 'case_origin',
  'limits limits': 'work_limits',
  'limits basis': 'limits_basis',
  'consultation contactType': 'contact_type',
  'consultation interpreter': 'interpreter_kind',
  'consultation topics': 'topic',
  'appointment mode': 'contact_type',
  'appointment interpreter': 'interpreter_kind',
  'appointment state': 'appointment_state',
  'follow-up reason': 'follow_up_reason',
  'follow-up priority': 'priority',
  'follow-up state': 'follow_up_state',
  'follow-up origin': 'follow_up_origin',
  'plan template': 'plan_template',
  'plan steps type': 'measure_type',
  'plan steps state': 'step_state',
  'plan steps bring': 'bring_item',
  'plan steps accessRoute': 'access_route',
  'plan steps endReason': 'dropout_reason',
  'partner type': 'partner_type',
  'offer type': 'measure_type',
  'offer entryCefr': 'cefr',
  'offer exitCefr': 'cefr',
  'offer statuses': 'residence_status',
  'offer rechtskreise': 'rechtskreis',
  'offer accessRoutes': 'access_route',
};

const fault = (list: List | undefined, code: string, on: string): string | undefined => {
  if (list === undefined) return 'no list is named for this leaf';
  if (list === 'country') return nationalities.includes(code) ? undefined : `${code} is no country`;
  const entry = codeEntry(list, code);
  if (entry === undefined) return `${list} does not know ${code}`;
  return isSelectable(entry, on) ? undefined : `${code} cannot be chosen any more`;
};

/**
 * What is wrong with a record, a sentence each: a leaf that its kind does not take, a code that its list does not offer.
 * @param on the day on which the codes must be selectable
 */
export const faultsOf = (record: VersionedRecord, on: string): readonly string[] => {
  const kind = kindByName(record.kind);
  if (kind === undefined) return [`${record.id} is of an unknown kind`];
  return Object.entries(record.values).flatMap(([path, value]) => {
    const place = `${record.id} ${path}`;
    const schema = leafSchemaAt(kind, path);
    if (schema === undefined) return [`${place}: no such leaf`];
    if (!schema.safeParse(value).success) return [`${place}: cannot be ${JSON.stringify(value)}`];
    if (schema !== codeSchema && schema !== codesSchema) return [];
    const { map, field } = partsOfPath(path);
    const list = lists[[record.kind, ...(map === undefined ? [] : [map]), field].join(' ')];
    const codes = Array.isArray(value) ? value : [value];
    return codes.flatMap((code) => {
      const wrong = fault(list, String(code), on);
      return wrong === undefined ? [] : [`${place}: ${wrong}`];
    });
  });
};
