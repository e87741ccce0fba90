// school_de: deutscher oder gleichgestellter Schulabschluss (§1.8).
import type { Code } from './code.ts';

/** The codes of school_de. */
export const schoolDeCodes: readonly Code[] = [
  { code: 'SD_OHNE' },
  { code: 'SD_HSA' },
  { code: 'SD_SEK1_HSA' },
  { code: 'SD_SEK1_RS' },
  { code: 'SD_SEK1_ERW' },
  { code: 'SD_FHR' },
  { code: 'SD_FGHR' },
  { code: 'SD_AHR' },
];
