// The person: identity, contact, history of status, and the profile (§2.2). What §2.4 forbids has no leaf here.
import * as z from 'zod/mini';
import { addressSchema } from './address.ts';
import { calendarDateSchema } from './calendar-date.ts';
import {
  codeSchema,
  codesSchema,
  countrySchema,
  emailSchema,
  flagSchema,
  languageTagSchema,
  phoneSchema,
  referenceSchema,
  scriptsSchema,
  textSchema,
  wholeSchema,
  wordsSchema,
} from './leaf.ts';
import { namePartRoleSchema, namePartSchema } from './name-part.ts';
import { partialDateSchema } from './partial-date.ts';
import { defineKind, type DocumentOf } from './record.ts';

/** A Person (§6.5, §1.7). `displayOrder`: the roles of the name parts in the order they are said. */
const identity = {
  registerFamily: textSchema(160),
  registerGiven: textSchema(160),
  singleName: flagSchema,
  displayOrder: z.array(namePartRoleSchema).check(z.maxLength(6)),
  nameCalled: textSchema(160),
  originalScript: textSchema(200),
  birth: partialDateSchema,
  gender: codeSchema,
  arrival: partialDateSchema,
  countySince: partialDateSchema,
  languageApp: languageTagSchema,
  interpreterNeeded: codeSchema,
  interpreterLanguage: languageTagSchema,
  interpreterGender: codeSchema,
};

/** B Contact. A trusted person is named with consent only (C5): the record of the consent is referred to. */
const contact = {
  address: addressSchema,
  phone: phoneSchema,
  phoneChannels: codesSchema,
  email: emailSchema,
  trustedName: textSchema(160),
  trustedPhone: phoneSchema,
  trustedConsent: referenceSchema,
};

/** C Status: what has no history. */
const status = { asylumStage: codeSchema, identityClarified: codeSchema };

/** D Household: of children the year of birth only (§1.7). */
const household = {
  singleParent: flagSchema,
  childcare: codesSchema,
  hoursAvailable: wholeSchema(0, 60),
  timesAvailable: codesSchema,
};

/** E, F Language and school. `schoolYears` in all countries together; `noVocation`, `noJobs`: asked, and there is none. */
const learning = {
  literacy: codeSchema,
  scripts: scriptsSchema,
  schoolYears: wholeSchema(0, 16),
  schoolGerman: codeSchema,
  schoolRecognition: codeSchema,
  noVocation: flagSchema,
  noJobs: flagSchema,
  jobYears: wholeSchema(0, 60),
};

/** G Competences: what people say of themselves. */
const competences = {
  strengthCards: codesSchema,
  tools: wordsSchema,
  unpaidWork: textSchema(600),
  digital: codesSchema,
};

/** I Framework. Obstacles without health; health-related limits are a record of their own. */
const framework = {
  driving: codesSchema,
  drivingCountry: countrySchema,
  mobility: codesSchema,
  travelMinutes: wholeSchema(0, 300),
  shifts: codesSchema,
  obstacles: codesSchema,
};

/** J, K Goals and the adviser's summary, which the person may read. */
const outlook = {
  goalKind: codeSchema,
  goalWhen: codeSchema,
  goalOwnWords: textSchema(1000),
  strengths: textSchema(600),
  needs: textSchema(600),
  template: codeSchema,
};

/** L Process. Without the information of Art. 13 the profile cannot be complete. */
const process = {
  profileState: codeSchema,
  profileReviewed: calendarDateSchema,
  profileLanguage: languageTagSchema,
  infoGiven: calendarDateSchema,
  infoLanguage: languageTagSchema,
  infoVersion: textSchema(40),
  infoForm: codeSchema,
};

/** How well, per skill, in the levels of the CEFR (§1.11). */
const skills = { listening: codeSchema, reading: codeSchema, speaking: codeSchema, writing: codeSchema };

/** The person a case is about. Every statement that has a date from which it holds is a map, never overwritten. */
export const personKind = defineKind({
  name: 'person',
  ofCase: true,
  fields: {
    ...identity,
    ...contact,
    ...status,
    ...household,
    ...learning,
    ...competences,
    ...framework,
    ...outlook,
    ...process,
  },
  maps: {
    nameParts: { part: namePartSchema },
    spellings: { text: textSchema(200), documentType: codeSchema, note: textSchema(200) },
    nationalities: { country: countrySchema },
    /** §1.1: `legalValidUntil` is the date that counts, `printedValidUntil` the one on the paper. */
    statuses: {
      status: codeSchema,
      from: partialDateSchema,
      paragraph: textSchema(60),
      documentType: codeSchema,
      issuedOn: calendarDateSchema,
      firstIssued: calendarDateSchema,
      printedValidUntil: calendarDateSchema,
      legalValidUntil: calendarDateSchema,
      sourceSeen: codeSchema,
      residenceRule: codeSchema,
      note: textSchema(600),
    },
    /** §1.3: the code, and the wording on the document as it stands there. */
    workPermits: {
      permit: codeSchema,
      from: partialDateSchema,
      until: calendarDateSchema,
      wording: textSchema(600),
      employer: textSchema(160),
      weeklyHours: wholeSchema(0, 60),
      sourceSeen: codeSchema,
    },
    /** §1.4: Rechtskreis. */
    benefits: {
      rechtskreis: codeSchema,
      from: partialDateSchema,
      until: calendarDateSchema,
      note: textSchema(600),
    },
    children: { birthYear: wholeSchema(1900, 2199), inHousehold: flagSchema },
    languages: {
      language: languageTagSchema,
      dialect: textSchema(80),
      firstLanguage: flagSchema,
      level: codeSchema,
      ...skills,
      basis: codeSchema,
      assessedOn: calendarDateSchema,
      evidence: codeSchema,
    },
    certificates: {
      certificate: codeSchema,
      level: codeSchema,
      issuedOn: partialDateSchema,
      result: textSchema(120),
      evidence: codeSchema,
    },
    schools: {
      origin: codeSchema,
      years: wholeSchema(0, 16),
      country: countrySchema,
      lastYear: wholeSchema(1900, 2199),
      languageOfInstruction: languageTagSchema,
      evidence: codeSchema,
    },
    /** §1.9 */
    vocations: {
      qualType: codeSchema,
      title: textSchema(200),
      field: textSchema(200),
      country: countrySchema,
      from: partialDateSchema,
      to: partialDateSchema,
      regulated: codeSchema,
      recognitionPath: codeSchema,
      recognitionStatus: codeSchema,
      recognitionOutcome: codeSchema,
      appliedOn: calendarDateSchema,
      decidedOn: calendarDateSchema,
      anabinInstitution: codeSchema,
      anabinDegree: codeSchema,
      evidence: codeSchema,
    },
    /** §1.12 */
    jobs: {
      titleOwnWords: textSchema(200),
      titleGerman: textSchema(200),
      country: countrySchema,
      from: partialDateSchema,
      to: partialDateSchema,
      sector: textSchema(120),
      isco1: codeSchema,
      kldb2: codeSchema,
      level: codeSchema,
      tasks: textSchema(1000),
      tools: wordsSchema,
      evidence: codeSchema,
    },
    goals: { text: textSchema(300), kldb2: codeSchema },
  },
});
export type Person = DocumentOf<typeof personKind>;
