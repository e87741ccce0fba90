// A filled pictogram by its meaning. Always shown beside a word, so it is silent.
import { pictogramPaths } from './pictogram-paths.ts';
import './pictogram.css';

/** The meanings that have a pictogram. */
export type PictogramName = keyof typeof pictogramPaths;

/** Whether a stored word is one of our pictograms. */
export const isPictogramName = (name: string): name is PictogramName => Object.hasOwn(pictogramPaths, name);

type PictogramProps = {
  name: PictogramName;
  /** CSS pixels: 36 station, 42 paper, 54 now, 72 tile, 124 card. */
  size?: number | undefined;
  /** On the saffron ground of the next step. */
  framed?: boolean | undefined;
};

/** Draws a pictogram: `<Pictogram name="course" size={54} framed />`. */
export function Pictogram({ name, size = 36, framed = false }: PictogramProps) {
  const drawing = (
    <svg viewBox="0 0 48 48" className="g-pictogram" style={{ '--pictogram-size': `${size}px` }} aria-hidden>
      {pictogramPaths[name].map((part) => (
        <path key={part.d} d={part.d} fillRule={'evenOdd' in part ? 'evenodd' : undefined} />
      ))}
    </svg>
  );
  if (!framed) return drawing;
  return <span className="g-pictogram-frame">{drawing}</span>;
}
