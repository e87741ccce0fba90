// In which lane of the picture a measure lies: by its group, so that a new measure finds its lane by itself.
import { codeEntry } from '#domain/codes.ts';

/** The lanes from top to bottom. */
export const lanes = ['language', 'practice', 'training', 'other'] as const;
export type Lane = (typeof lanes)[number];

const laneByGroup: Readonly<Record<string, Lane>> = {
  LANGUAGE: 'language',
  ACTIVATION: 'practice',
  PREPARATION: 'practice',
  SCHOOL: 'training',
  QUALIFICATION: 'training',
  TRAINING: 'training',
  WORK: 'training',
  RECOGNITION: 'other',
  SUPPORT: 'other',
};

/** The lane of a measure_type; what nobody knows lies in the last one. */
export const laneOfMeasure = (type: string | undefined): Lane =>
  laneByGroup[codeEntry('measure_type', type ?? '')?.group ?? ''] ?? 'other';
