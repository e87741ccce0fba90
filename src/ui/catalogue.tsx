// The developers' catalogue: the main screens made of our pieces, to be laid beside the pictures of the look.
// ?page=… ?theme=light|dark ?lang=ar (right to left). Never part of a build.
import '#ui/base.css';
import '#ui/fonts-latin.css';
import '#ui/fonts-cyrillic.css';
import '#ui/fonts-arabic.css';
import { createRoot } from 'react-dom/client';
import { CasesPage, EmptyPage, ErrorPage, TransferPage, VersionsPage } from '#ui/catalogue/cases.tsx';
import { DayPage, WayPage } from '#ui/catalogue/day.tsx';
import { PaperPage } from '#ui/catalogue/paper.tsx';
import { PartsPage } from '#ui/catalogue/parts.tsx';
import { NoReadingPage, PlanPage, StepPage } from '#ui/catalogue/plan.tsx';
import { HandOverPage, TalkPage } from '#ui/catalogue/talk.tsx';
import { StockPage, UnlockPage } from '#ui/catalogue/desk.tsx';

const pages = {
  day: DayPage,
  cases: CasesPage,
  talk: TalkPage,
  way: WayPage,
  versions: VersionsPage,
  transfer: TransferPage,
  plan: PlanPage,
  step: StepPage,
  'no-reading': NoReadingPage,
  stock: StockPage,
  unlock: UnlockPage,
  empty: EmptyPage,
  error: ErrorPage,
  'hand-over': HandOverPage,
  paper: PaperPage,
  parts: PartsPage,
};

const isPage = (name: string): name is keyof typeof pages => Object.hasOwn(pages, name);

const query = new URLSearchParams(window.location.search);
const theme = query.get('theme');
if (theme !== null) document.documentElement.dataset['theme'] = theme;
const lang = query.get('lang') ?? 'de';
document.documentElement.lang = lang;
document.documentElement.dir = ['ar', 'fa', 'ps', 'ckb', 'prs', 'ur'].includes(lang) ? 'rtl' : 'ltr';

const name = query.get('page') ?? 'parts';
const Page = pages[isPage(name) ? name : 'parts'];
const root = document.getElementById('root');
if (root) createRoot(root).render(<Page />);
