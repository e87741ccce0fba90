// Which pictogram stands for which kind of step, and for which thing to bring: the same on tablet, phone and paper.
import type { PictogramName } from './pictogram.tsx';

const byType: Readonly<Record<string, PictogramName>> = {
  ...of('lessons', 'INTK_ALLG INTK_ALPHA INTK_ZWEIT INTK_FOERD INTK_INT INTK_JUG INTK_FRAU GRUNDK HSA_NACH'),
  ...of('course', 'EOK MIA LAND_SPR BSK_A2 BSK_B1 BSK_B2 BSK_C1 BSK_C2 BSK_FACH BSK_ANERK JOB_BSK AZUBI_BSK'),
  ...of(
    'course',
    'KOMPAS KOMBER MAT BVB BES_SI BES_1 BES_2 SPRINT SPRINT_D BVJ_BEK BFS ANPQ ANPL STUD_V STUD',
  ),
  ...of('internship', 'PERF PERJUF MAG BOP PRAK_OR HOSP EQ BOF ASA_V'),
  ...of('certificate', 'AUSB_D AUSB_S AUSB_H BAE TQ UMSCH FBW VALID ASA_B'),
  ...of('exam', 'KPRUEF'),
  ...of('talk', 'ANERK_B FRUEH_39A MBE_JMD'),
  ...of('help', 'FLANK WIR_NETZ'),
  ...of('volunteering', 'FSJ_BFD EHREN FIM AGH_ASYL AGH_SGB2'),
  ...of('work', 'EGZ BES_SUBV MINIJOB ARB_TZ ARB_VZ ZEITARB'),
  ...of('market', 'SELBST'),
  ...of('children', 'KIBE'),
  ...of('driving', 'FS'),
};

/** The codes of bring_item, and those that plans used before. */
const byThing: Readonly<Record<string, PictogramName>> = {
  ...of('identity', 'ID PHOTO AUSWEIS AUFENTHALT FOTO'),
  ...of('letter', 'LETTER CONTRACT BRIEF EINLADUNG VERTRAG MELDUNG'),
  ...of('certificate', 'CERTIFICATE CV ZEUGNISSE LEBENSLAUF'),
  ...of('health', 'INSURANCE_CARD KRANKENKARTE IMPFPASS'),
  ...of('money', 'MONEY BANKKARTE GELD'),
  ...of('lessons', 'PEN SCHREIBZEUG'),
  ...of('internship', 'WORK_CLOTHES ARBEITSKLEIDUNG'),
  ...of('travel', 'BUS_TICKET FAHRKARTE'),
  ...of('children', 'KINDER'),
  ...of('timetable', 'PLAN'),
};

function of(picture: PictogramName, codes: string): Record<string, PictogramName> {
  return Object.fromEntries(codes.split(' ').map((code) => [code, picture]));
}

/** The picture of a step; a walker for what we do not know. */
export const stepPictogram = (type: string | null): PictogramName => byType[type ?? ''] ?? 'start';

/** The picture of a thing to bring; a folder for what we do not know. */
export const bringPictogram = (code: string): PictogramName => byThing[code] ?? 'folder';
