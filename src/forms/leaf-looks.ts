// How each leaf of a record is shown and what it is called, wherever a screen speaks of a leaf without being its form.
import type { CodeListName } from '#domain/codes.ts';
import { isGonePath, partsOfPath } from '#domain/path.ts';
import { personLeaves } from './person-leaves.ts';

/**
 * What a value is, to the eye. `text` is somebody's own words at length: only such can be kept beside each other in one
 * field. `line` is a few own words, `sign` what is read from left to right (a number, an address for mail), `id` names
 * something that has no words of its own.
 */
export type Look =
  | 'text'
  | 'line'
  | 'sign'
  | 'words'
  | 'code'
  | 'codes'
  | 'flag'
  | 'number'
  | 'day'
  | 'partial'
  | 'moment'
  | 'country'
  | 'language'
  | 'languages'
  | 'scripts'
  | 'address'
  | 'name-part'
  | 'roles'
  | 'user'
  | 'partner'
  | 'offer'
  | 'id'
  | 'decision'
  | 'order'
  | 'gone';

/** [look, text key, code list], by `kind field` or `kind map/field`. */
const leaves = {
  ...personLeaves,
  'case person': ['id', 'transfer:field.case.person'],
  'case owner': ['user', 'case:about.owner'],
  'case opened': ['day', 'case:about.opened'],
  'case closed': ['day', 'case:closing.day'],
  'case closureReason': ['code', 'case:closing.reason', 'closure_reason'],
  'case closureNote': ['text', 'transfer:field.case.closureNote'],
  'case deletionReview': ['day', 'transfer:field.case.deletionReview'],
  'case level': ['code', 'transfer:field.case.level', 'case_level'],
  'case phase': ['code', 'transfer:field.case.phase', 'case_phase'],
  'case fileNumber': ['sign', 'case:about.fileNumber'],
  'case origin': ['code', 'transfer:field.case.origin', 'case_origin'],
  'case originNote': ['text', 'transfer:field.case.originNote'],
  'case deputies/user': ['user', 'versions:leaf.deputy'],
  'case deputies/from': ['day', 'profile:from'],
  'case deputies/until': ['day', 'profile:until'],
  'limits limits': ['codes', 'transfer:field.limits.limits', 'work_limits'],
  'limits weeklyHours': ['number', 'transfer:field.limits.weeklyHours'],
  'limits asked': ['day', 'transfer:field.limits.asked'],
  'limits basis': ['code', 'transfer:field.limits.basis', 'limits_basis'],
  'limits consent': ['id', 'transfer:field.limits.consent'],
  'limits consentOn': ['day', 'transfer:field.limits.consentOn'],
  'limits consentWithdrawnOn': ['day', 'transfer:field.limits.consentWithdrawnOn'],
  'limits wantsPsychosocialReferral': ['flag', 'transfer:field.limits.wantsPsychosocialReferral'],
  'consultation start': ['moment', 'versions:leaf.talkStart'],
  'consultation minutes': ['number', 'counselling:minutes'],
  'consultation contactType': ['code', 'counselling:type', 'contact_type'],
  'consultation language': ['language', 'counselling:language'],
  'consultation interpreter': ['code', 'counselling:interpreter', 'interpreter_kind'],
  'consultation participants': ['text', 'counselling:participants'],
  'consultation topics': ['codes', 'counselling:topics', 'topic'],
  'consultation note': ['text', 'counselling:note'],
  'consultation agreements': ['text', 'counselling:agreements'],
  'consultation appointment': ['id', 'transfer:field.consultation.appointment'],
  'consultation author': ['user', 'versions:leaf.author'],
  'appointment at': ['moment', 'versions:leaf.appointmentAt'],
  'appointment minutes': ['number', 'case:appointment.minutes'],
  'appointment place': ['line', 'case:appointment.place'],
  'appointment mode': ['code', 'transfer:field.appointment.mode', 'contact_type'],
  'appointment withWhom': ['line', 'case:appointment.withWhom'],
  'appointment user': ['user', 'transfer:field.appointment.user'],
  'appointment interpreter': ['code', 'case:appointment.interpreter', 'interpreter_kind'],
  'appointment interpreterLanguage': ['language', 'versions:leaf.interpreterLanguage'],
  'appointment interpreterName': ['line', 'case:appointment.interpreterName'],
  'appointment state': ['code', 'versions:leaf.state', 'appointment_state'],
  'appointment note': ['text', 'transfer:field.appointment.note'],
  'appointment consultation': ['id', 'transfer:field.appointment.consultation'],
  'plan title': ['line', 'plan-edit:way.titleField'],
  'plan template': ['code', 'transfer:field.plan.template', 'plan_template'],
  'plan reviewOn': ['day', 'transfer:field.plan.reviewOn'],
  'plan steps/type': ['code', 'versions:leaf.stepType', 'measure_type'],
  'plan steps/title': ['line', 'plan-edit:field.title'],
  'plan steps/state': ['code', 'plan-edit:field.state', 'step_state'],
  'plan steps/from': ['day', 'plan-edit:field.from'],
  'plan steps/until': ['day', 'plan-edit:field.until'],
  'plan steps/time': ['line', 'plan-edit:field.time'],
  'plan steps/place': ['line', 'plan-edit:field.place'],
  'plan steps/partner': ['partner', 'plan-edit:field.partner'],
  'plan steps/offer': ['offer', 'versions:leaf.offer'],
  'plan steps/partnerName': ['line', 'plan-edit:field.partner'],
  'plan steps/contactName': ['line', 'plan-edit:field.contactName'],
  'plan steps/contactPhone': ['sign', 'plan-edit:field.contactPhone'],
  'plan steps/bring': ['codes', 'plan-edit:field.bring', 'bring_item'],
  'plan steps/accessRoute': ['code', 'plan-edit:field.accessRoute', 'access_route'],
  'plan steps/wishInformed': ['day', 'plan-edit:field.wishInformed'],
  'plan steps/result': ['text', 'plan-edit:field.result'],
  'plan steps/endReason': ['code', 'plan-edit:field.endReason', 'dropout_reason'],
  'plan steps/note': ['text', 'plan-edit:field.note'],
  'plan steps/noteForPerson': ['text', 'plan-edit:field.noteForPerson'],
  'plan steps/visible': ['flag', 'plan-edit:field.visible'],
  'plan-link hash': ['id', 'transfer:field.plan-link.hash'],
  'plan-link language': ['language', 'transfer:field.plan-link.language'],
  'plan-link createdOn': ['day', 'transfer:field.plan-link.createdOn'],
  'plan-link revoked': ['flag', 'transfer:field.plan-link.revoked'],
  'plan-link pinCheck': ['id', 'transfer:field.plan-link.pinCheck'],
  'plan-link burnt': ['flag', 'transfer:field.plan-link.burnt'],
  'plan-link consent': ['id', 'transfer:field.plan-link.consent'],
  'follow-up due': ['day', 'versions:leaf.due'],
  'follow-up reason': ['code', 'case:followUp.reason', 'follow_up_reason'],
  'follow-up text': ['line', 'case:followUp.text'],
  'follow-up assignee': ['user', 'transfer:field.follow-up.assignee'],
  'follow-up priority': ['code', 'transfer:field.follow-up.priority', 'priority'],
  'follow-up state': ['code', 'transfer:field.follow-up.state', 'follow_up_state'],
  'follow-up doneOn': ['day', 'transfer:field.follow-up.doneOn'],
  'follow-up postponed': ['number', 'transfer:field.follow-up.postponed'],
  'follow-up origin': ['code', 'transfer:field.follow-up.origin', 'follow_up_origin'],
  'partner name': ['line', 'transfer:field.partner.name'],
  'partner type': ['code', 'transfer:field.partner.type', 'partner_type'],
  'partner place': ['line', 'transfer:field.partner.place'],
  'partner street': ['line', 'transfer:field.partner.street'],
  'partner email': ['sign', 'transfer:field.partner.email'],
  'partner phone': ['sign', 'transfer:field.partner.phone'],
  'partner website': ['sign', 'transfer:field.partner.website'],
  'partner languages': ['languages', 'transfer:field.partner.languages'],
  'partner agreementFrom': ['day', 'transfer:field.partner.agreementFrom'],
  'partner agreementUntil': ['day', 'transfer:field.partner.agreementUntil'],
  'partner lastContact': ['day', 'transfer:field.partner.lastContact'],
  'partner note': ['text', 'transfer:field.partner.note'],
  'partner inactive': ['flag', 'transfer:field.partner.inactive'],
  'partner contacts/name': ['line', 'versions:leaf.contactName'],
  'partner contacts/task': ['line', 'versions:leaf.contactTask'],
  'partner contacts/phone': ['sign', 'transfer:field.partner.phone'],
  'partner contacts/email': ['sign', 'transfer:field.partner.email'],
  'offer partner': ['partner', 'transfer:field.offer.partner'],
  'offer type': ['code', 'transfer:field.offer.type', 'measure_type'],
  'offer title': ['line', 'transfer:field.offer.title'],
  'offer description': ['text', 'transfer:field.offer.description'],
  'offer place': ['line', 'transfer:field.offer.place'],
  'offer from': ['day', 'transfer:field.offer.from'],
  'offer until': ['day', 'transfer:field.offer.until'],
  'offer time': ['line', 'transfer:field.offer.time'],
  'offer weeklyHours': ['number', 'transfer:field.offer.weeklyHours'],
  'offer units': ['number', 'transfer:field.offer.units'],
  'offer places': ['number', 'transfer:field.offer.places'],
  'offer placesFree': ['number', 'transfer:field.offer.placesFree'],
  'offer waitingList': ['flag', 'transfer:field.offer.waitingList'],
  'offer entryCefr': ['code', 'transfer:field.offer.entryCefr', 'cefr'],
  'offer exitCefr': ['code', 'transfer:field.offer.exitCefr', 'cefr'],
  'offer targetGroup': ['text', 'transfer:field.offer.targetGroup'],
  'offer statuses': ['codes', 'transfer:field.offer.statuses', 'residence_status'],
  'offer rechtskreise': ['codes', 'transfer:field.offer.rechtskreise', 'rechtskreis'],
  'offer accessRoutes': ['codes', 'transfer:field.offer.accessRoutes', 'access_route'],
  'offer languages': ['languages', 'transfer:field.offer.languages'],
  'offer childcare': ['flag', 'transfer:field.offer.childcare'],
  'offer accessible': ['flag', 'transfer:field.offer.accessible'],
  'offer online': ['flag', 'transfer:field.offer.online'],
  'offer cost': ['line', 'transfer:field.offer.cost'],
  'offer contactName': ['line', 'transfer:field.offer.contactName'],
  'offer contactPhone': ['sign', 'transfer:field.offer.contactPhone'],
  'offer contactEmail': ['sign', 'transfer:field.offer.contactEmail'],
  'offer validUntil': ['day', 'transfer:field.offer.validUntil'],
  'offer verifiedOn': ['day', 'transfer:field.offer.verifiedOn'],
  'offer titles/language': ['language', 'profile:language.language'],
  'offer titles/text': ['line', 'transfer:field.offer.titles'],
  'contribution decision': ['decision', 'versions:leaf.decision'],
  'limits-contribution decision': ['decision', 'versions:leaf.decision'],
} as const;

type LeafKey = keyof typeof leaves;
/** The key of the text that says what a leaf is called. */
export type LeafLabel = (typeof leaves)[LeafKey][1] | 'versions:leaf.order' | 'versions:leaf.gone';

/** How a leaf is shown; `list` where its codes come from one. */
export type LeafLook = {
  readonly look: Look;
  readonly label: LeafLabel;
  readonly list?: CodeListName | undefined;
};

const isLeafKey = (key: string): key is LeafKey => Object.hasOwn(leaves, key);

/** How the leaf at a path is shown; undefined if only a newer program knows it. */
export const leafLookAt = (kind: string, path: string): LeafLook | undefined => {
  const { map, field } = partsOfPath(path);
  if (isGonePath(path)) return { look: 'gone', label: 'versions:leaf.gone' };
  if (map !== undefined && field === 'order') return { look: 'order', label: 'versions:leaf.order' };
  const key = `${kind} ${map === undefined ? '' : `${map}/`}${field}`;
  if (!isLeafKey(key)) return undefined;
  const [look, label, list]: readonly [Look, LeafLabel, CodeListName?] = leaves[key];
  return { look, label, list };
};

/** Whether two versions may stand one after the other in one field. */
export const isOwnText = (kind: string, path: string): boolean => leafLookAt(kind, path)?.look === 'text';
