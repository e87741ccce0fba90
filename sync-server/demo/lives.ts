// Everybody whom the invented office accompanies, in the order in which the tests and the handbook speak of them.
import { abdiWarsameNur } from './people/abdi-warsame-nur.ts';
import { behzadRostami } from './people/behzad-rostami.ts';
import { closedLongAgo, closedWithObjection } from './people/closed-cases.ts';
import { giorgiBeridzeLomaia } from './people/giorgi-beridze-lomaia.ts';
import { hevinAydogan } from './people/hevin-aydogan.ts';
import { mariamaCamara } from './people/mariama-camara.ts';
import { mohamadAlKhalaf } from './people/mohamad-al-khalaf.ts';
import { nguyenThiHoa } from './people/nguyen-thi-hoa.ts';
import { oleksandraMarchenko } from './people/oleksandra-marchenko.ts';
import { rebazKarimAziz } from './people/rebaz-karim-aziz.ts';
import { semharTesfayGebru } from './people/semhar-tesfay-gebru.ts';
import { yuliethRestrepoCano } from './people/yulieth-restrepo-cano.ts';
import { zarghuna } from './people/zarghuna.ts';
import type { LifeTeller } from './told.ts';

/** Their lives, each told around the day of seeding. */
export const demoLives: readonly LifeTeller[] = [
  mohamadAlKhalaf,
  semharTesfayGebru,
  zarghuna,
  oleksandraMarchenko,
  behzadRostami,
  hevinAydogan,
  rebazKarimAziz,
  mariamaCamara,
  giorgiBeridzeLomaia,
  abdiWarsameNur,
  yuliethRestrepoCano,
  nguyenThiHoa,
  closedLongAgo,
  closedWithObjection,
];
