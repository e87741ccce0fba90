// The plan for those who do not read: one picture, one voice, four tiles.
import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconPicture } from './icon.tsx';
import { Link } from './link.tsx';
import { Pictogram, type PictogramName } from './pictogram.tsx';
import './no-reading.css';

/** The step that is now: a picture of 124, its word, the voice of 84. */
export function VoiceCard({
  pictogram,
  title,
  voice,
}: {
  pictogram: PictogramName;
  title: ReactNode;
  voice: ReactNode;
}) {
  return (
    <section className="g-voice-card">
      <Pictogram name={pictogram} size={124} />
      <h1 id="page-title" tabIndex={-1}>
        {title}
      </h1>
      {voice}
    </section>
  );
}

/** Two tiles in a row. */
export function TileGrid({ children }: { children: ReactNode }) {
  return <div className="g-tiles">{children}</div>;
}

type PictureTileProps = {
  pictogram?: PictogramName | undefined;
  /** A line icon, or a drawing such as `<DayLeaf>`. */
  picture?: IconPicture | ReactNode;
  /** The small glyph before the word: the voice. */
  icon?: IconPicture | undefined;
  /** On tint: the call. */
  chosen?: boolean | undefined;
  href?: string | undefined;
  onClick?: (() => void) | undefined;
  children: ReactNode;
};

const isIcon = (picture: IconPicture | ReactNode): picture is IconPicture =>
  typeof picture === 'object' && picture !== null && 'd' in picture;

/** A tile that speaks or calls when pressed. */
export function PictureTile({
  pictogram,
  picture,
  icon,
  chosen = false,
  href,
  onClick,
  children,
}: PictureTileProps) {
  const shape = classNames('g-tile', chosen && 'g-tile-chosen');
  const inside = (
    <>
      {pictogram && <Pictogram name={pictogram} size={72} />}
      {isIcon(picture) ? <Icon icon={picture} size={64} /> : picture}
      <span className="g-tile-words">
        {icon && <Icon icon={icon} />}
        <span>{children}</span>
      </span>
    </>
  );
  if (href !== undefined)
    return (
      <Link href={href} className={shape}>
        {inside}
      </Link>
    );
  return (
    <button type="button" className={shape} onClick={onClick}>
      {inside}
    </button>
  );
}

type DayLeafProps = {
  day: number;
  /** 1 is Monday; only working days have a dot. */
  weekday: number;
  hour: number;
  minute: number;
};

/** When, without letters: a leaf with five dots for the week, and a clock face. */
export function DayLeaf({ day, weekday, hour, minute }: DayLeafProps) {
  const hourAngle = (hour % 12) * 30 + minute / 2;
  return (
    <svg viewBox="0 0 142 98" className="g-leaf" aria-hidden>
      <rect className="g-leaf-paper" x="2" y="2" width="64" height="94" rx="10" />
      <path d="M2 15V12A10 10 0 0 1 12 2h44a10 10 0 0 1 10 10v3z" fill="currentColor" />
      <text className="g-leaf-day" x="34" y="61">
        {day}
      </text>
      {[1, 2, 3, 4, 5].map((dot) => (
        <circle
          key={dot}
          className={dot === weekday ? 'g-leaf-dot-now' : 'g-leaf-dot'}
          cx={4 + dot * 10}
          cy="83"
          r={dot === weekday ? 5 : 3}
        />
      ))}
      <circle className="g-leaf-clock" cx="110" cy="49" r="30" />
      <path className="g-leaf-clock" d="M110 24v4M110 70v4M85 49h4M131 49h4" />
      <path className="g-leaf-hand" d="M110 49V29" transform={`rotate(${minute * 6} 110 49)`} />
      <path className="g-leaf-hand g-leaf-hour" d="M110 49V35" transform={`rotate(${hourAngle} 110 49)`} />
    </svg>
  );
}
