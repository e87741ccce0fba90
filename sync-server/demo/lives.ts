// Everybody whom the invented office accompanies, in the order of their files.
import { mohamadAlKhalaf } from './people/mohamad-al-khalaf.ts';
import { oleksandraMarchenko } from './people/oleksandra-marchenko.ts';
import { semharTesfayGebru } from './people/semhar-tesfay-gebru.ts';
import { zarghuna } from './people/zarghuna.ts';
import type { LifeTeller } from './told.ts';

/** Their lives, each told around the day of seeding. */
export const demoLives: readonly LifeTeller[] = [
  mohamadAlKhalaf,
  semharTesfayGebru,
  zarghuna,
  oleksandraMarchenko,
];
