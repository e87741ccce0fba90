// A QR code as one SVG path: black on white in every theme, or cameras stumble.
import { encode } from 'uqr';
import './qr-code.css';

type QrCodeProps = {
  text: string;
  /** Spoken: what it opens. */
  label: string;
  size?: number | undefined;
};

/** `<QrCode text={link} label={…} />`. */
export function QrCode({ text, label, size = 232 }: QrCodeProps) {
  const { data } = encode(text, { ecc: 'M', border: 2 });
  const d = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${data.length} ${data.length}`}
      className="g-qr"
      style={{ '--qr-size': `${size}px` }}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={d} />
    </svg>
  );
}
