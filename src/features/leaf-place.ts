// Where a person finds the field of a leaf: the page of the case in which it can be written. Several tasks lead there.
import { partsOfPath } from '#domain/path.ts';

/** Which section of the profile asks what; everything else about a person stands in the first one. */
const profileSections: Readonly<Record<string, readonly string[]>> = {
  contact: ['address', 'phone', 'phoneChannels', 'email', 'trustedName', 'trustedPhone'],
  language: ['literacy', 'scripts', 'languages', 'certificates'],
  work: ['noJobs', 'jobYears', 'jobs', 'tools', 'strengthCards', 'unpaidWork', 'digital'],
  school: ['schoolYears', 'schoolGerman', 'schoolRecognition', 'noVocation', 'schools', 'vocations'],
  family: ['singleParent', 'childcare', 'hoursAvailable', 'timesAvailable', 'children'],
  framework: ['driving', 'drivingCountry', 'mobility', 'travelMinutes', 'shifts', 'obstacles'],
  goals: ['goalKind', 'goalWhen', 'goalOwnWords', 'goals'],
  status: ['asylumStage', 'identityClarified', 'statuses', 'workPermits', 'benefits'],
  summary: ['strengths', 'needs', 'template', 'profileState', 'infoGiven', 'infoLanguage', 'infoForm'],
};

/** The section of the profile that asks a leaf; null for what is not the profile's. */
export const sectionOfLeaf = (kind: string, path: string): string | null => {
  if (kind !== 'person') return null;
  const { map, field } = partsOfPath(path);
  const asked = Object.entries(profileSections).find(([, fields]) => fields.includes(map ?? field));
  return asked?.[0] ?? 'person';
};

/** The page of a case on which a leaf stands, as the end of its address. */
export const pageOfLeaf = (kind: string, path: string): string => {
  const section = sectionOfLeaf(kind, path);
  if (section !== null) return `profil?abschnitt=${section}`;
  if (kind === 'limits') return 'profil';
  if (kind === 'consultation' || kind === 'appointment') return 'gespraeche';
  return kind === 'plan' || kind === 'plan-link' ? 'weg' : 'ueberblick';
};
