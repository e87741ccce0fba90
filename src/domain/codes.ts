// All code lists by name. Codes are data with validity dates; what they are called stands in locales/…/codes.json.
import type { Code } from './codes/code.ts';
import { accessRouteCodes } from './codes/access-route.ts';
import { accommodationCodes } from './codes/accommodation.ts';
import { anabinDegreeCodes } from './codes/anabin-degree.ts';
import { anabinInstitutionCodes } from './codes/anabin-institution.ts';
import { appointmentStateCodes } from './codes/appointment-state.ts';
import { asylumStageCodes } from './codes/asylum-stage.ts';
import { bringItemCodes } from './codes/bring-item.ts';
import { caseLevelCodes } from './codes/case-level.ts';
import { caseOriginCodes } from './codes/case-origin.ts';
import { casePhaseCodes } from './codes/case-phase.ts';
import { cefrCodes } from './codes/cefr.ts';
import { cefrBasisCodes } from './codes/cefr-basis.ts';
import { childcareCodes } from './codes/childcare.ts';
import { closureReasonCodes } from './codes/closure-reason.ts';
import { consentCodes } from './codes/consent.ts';
import { contactTypeCodes } from './codes/contact-type.ts';
import { countrySpecialCodes } from './codes/country-special.ts';
import { digitalCodes } from './codes/digital.ts';
import { documentTypeCodes } from './codes/document-type.ts';
import { drivingCodes } from './codes/driving.ts';
import { dropoutReasonCodes } from './codes/dropout-reason.ts';
import { evidenceCodes } from './codes/evidence.ts';
import { followUpOriginCodes } from './codes/follow-up-origin.ts';
import { followUpReasonCodes } from './codes/follow-up-reason.ts';
import { followUpStateCodes } from './codes/follow-up-state.ts';
import { genderCodes } from './codes/gender.ts';
import { goalKindCodes } from './codes/goal-kind.ts';
import { goalWhenCodes } from './codes/goal-when.ts';
import { identityClarifiedCodes } from './codes/identity-clarified.ts';
import { infoFormCodes } from './codes/info-form.ts';
import { interpreterGenderCodes } from './codes/interpreter-gender.ts';
import { interpreterKindCodes } from './codes/interpreter-kind.ts';
import { interpreterNeedCodes } from './codes/interpreter-need.ts';
import { isco1Codes } from './codes/isco1.ts';
import { jobLevelCodes } from './codes/job-level.ts';
import { kldb1Codes } from './codes/kldb1.ts';
import { kldb2Codes } from './codes/kldb2.ts';
import { langCertCodes } from './codes/lang-cert.ts';
import { languageLevelCodes } from './codes/language-level.ts';
import { limitsBasisCodes } from './codes/limits-basis.ts';
import { literacyCodes } from './codes/literacy.ts';
import { measureGroupCodes } from './codes/measure-group.ts';
import { measureTypeCodes } from './codes/measure-type.ts';
import { mobilityCodes } from './codes/mobility.ts';
import { obstacleCodes } from './codes/obstacle.ts';
import { partnerTypeCodes } from './codes/partner-type.ts';
import { phoneChannelCodes } from './codes/phone-channel.ts';
import { planTemplateCodes } from './codes/plan-template.ts';
import { priorityCodes } from './codes/priority.ts';
import { profileStateCodes } from './codes/profile-state.ts';
import { qualRegulatedCodes } from './codes/qual-regulated.ts';
import { qualTypeCodes } from './codes/qual-type.ts';
import { rechtskreisCodes } from './codes/rechtskreis.ts';
import { recognitionOutcomeCodes } from './codes/recognition-outcome.ts';
import { recognitionPathCodes } from './codes/recognition-path.ts';
import { recognitionStatusCodes } from './codes/recognition-status.ts';
import { referralOutcomeCodes } from './codes/referral-outcome.ts';
import { residenceRuleCodes } from './codes/residence-rule.ts';
import { residenceStatusCodes } from './codes/residence-status.ts';
import { schoolDeCodes } from './codes/school-de.ts';
import { schoolOriginCodes } from './codes/school-origin.ts';
import { schoolRecognitionCodes } from './codes/school-recognition.ts';
import { shiftCodes } from './codes/shift.ts';
import { sourceSeenCodes } from './codes/source-seen.ts';
import { stepPurposeCodes } from './codes/step-purpose.ts';
import { stepStateCodes } from './codes/step-state.ts';
import { strengthCardCodes } from './codes/strength-card.ts';
import { timeSlotCodes } from './codes/time-slot.ts';
import { topicCodes } from './codes/topic.ts';
import { workLimitsCodes } from './codes/work-limits.ts';
import { workPermitCodes } from './codes/work-permit.ts';

/** Every code list. A list's name is also the name of its labels. */
export const codeLists = {
  residence_status: residenceStatusCodes,
  asylum_stage: asylumStageCodes,
  work_permit: workPermitCodes,
  rechtskreis: rechtskreisCodes,
  accommodation: accommodationCodes,
  gender: genderCodes,
  school_origin: schoolOriginCodes,
  school_de: schoolDeCodes,
  school_recognition: schoolRecognitionCodes,
  qual_type: qualTypeCodes,
  qual_regulated: qualRegulatedCodes,
  recognition_path: recognitionPathCodes,
  recognition_status: recognitionStatusCodes,
  recognition_outcome: recognitionOutcomeCodes,
  anabin_institution: anabinInstitutionCodes,
  anabin_degree: anabinDegreeCodes,
  evidence: evidenceCodes,
  lang_cert: langCertCodes,
  literacy: literacyCodes,
  cefr: cefrCodes,
  cefr_basis: cefrBasisCodes,
  language_level: languageLevelCodes,
  isco1: isco1Codes,
  kldb1: kldb1Codes,
  kldb2: kldb2Codes,
  job_level: jobLevelCodes,
  driving: drivingCodes,
  mobility: mobilityCodes,
  childcare: childcareCodes,
  work_limits: workLimitsCodes,
  measure_type: measureTypeCodes,
  measure_group: measureGroupCodes,
  step_state: stepStateCodes,
  dropout_reason: dropoutReasonCodes,
  access_route: accessRouteCodes,
  plan_template: planTemplateCodes,
  consent: consentCodes,
  case_phase: casePhaseCodes,
  contact_type: contactTypeCodes,
  topic: topicCodes,
  referral_outcome: referralOutcomeCodes,
  closure_reason: closureReasonCodes,
  partner_type: partnerTypeCodes,
  case_level: caseLevelCodes,
  case_origin: caseOriginCodes,
  appointment_state: appointmentStateCodes,
  follow_up_state: followUpStateCodes,
  follow_up_reason: followUpReasonCodes,
  follow_up_origin: followUpOriginCodes,
  priority: priorityCodes,
  profile_state: profileStateCodes,
  interpreter_need: interpreterNeedCodes,
  interpreter_gender: interpreterGenderCodes,
  interpreter_kind: interpreterKindCodes,
  phone_channel: phoneChannelCodes,
  document_type: documentTypeCodes,
  source_seen: sourceSeenCodes,
  residence_rule: residenceRuleCodes,
  identity_clarified: identityClarifiedCodes,
  time_slot: timeSlotCodes,
  shift: shiftCodes,
  digital: digitalCodes,
  strength_card: strengthCardCodes,
  obstacle: obstacleCodes,
  goal_kind: goalKindCodes,
  goal_when: goalWhenCodes,
  info_form: infoFormCodes,
  limits_basis: limitsBasisCodes,
  country_special: countrySpecialCodes,
  bring_item: bringItemCodes,
  step_purpose: stepPurposeCodes,
} as const;
export type CodeListName = keyof typeof codeLists;

/** Whether this program knows a list of that name. */
export const isCodeListName = (name: string): name is CodeListName => Object.hasOwn(codeLists, name);

/** The entries that may be chosen for something new on a day, in the list's order. */
export const selectableCodes = <List extends CodeListName>(
  list: List,
  on: string,
): readonly (typeof codeLists)[List][number][] => {
  const codes: readonly (typeof codeLists)[List][number][] = codeLists[list];
  return codes.filter((code) => isSelectable(code, on));
};

/** Whether an entry may be chosen for something new on a day. */
export const isSelectable = ({ validFrom, validTo, historic, never }: Code, on: string): boolean =>
  never !== true &&
  (historic !== true || (validTo !== undefined && on <= validTo)) &&
  (validFrom === undefined || validFrom <= on) &&
  (validTo === undefined || on <= validTo);

/** The entry of a code, or undefined if this program does not know it: then the code itself is shown and kept. */
export const codeEntry = <List extends CodeListName>(
  list: List,
  code: string,
): (typeof codeLists)[List][number] | undefined => {
  const codes: readonly (typeof codeLists)[List][number][] = codeLists[list];
  return codes.find((entry) => entry.code === code);
};

/** Whether a list has a code, historic ones too. */
export const isKnownCode = (list: CodeListName, code: string): boolean => codeEntry(list, code) !== undefined;
