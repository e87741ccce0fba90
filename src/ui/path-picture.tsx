// The path as a picture beside signing in: two stations behind, one warm, one ahead.
import './path-picture.css';

/** Fills its box; cut at the edges rather than squeezed. */
export function PathPicture() {
  const stroke = { fill: 'none', strokeWidth: 14, strokeLinecap: 'butt' } as const;
  const tick = { fill: 'none', strokeWidth: 3.4, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <svg viewBox="0 0 471 768" preserveAspectRatio="xMidYMid slice" className="g-path-picture" aria-hidden>
      <path
        className="g-path-picture-ahead"
        d="M389 339C367 236 274 261 273 180C272 128 352 62 480 62"
        {...stroke}
      />
      <path d="M-8 697C130 697 118 552 227 518C318 484 404 461 389 339" stroke="currentColor" {...stroke} />
      <circle className="g-path-picture-station" cx="274" cy="179" r="15.5" strokeWidth="7" />
      <circle cx="94" cy="644" r="17.5" fill="currentColor" />
      <circle cx="227" cy="518" r="17.5" fill="currentColor" />
      <path className="g-path-picture-tick" d="m86 644 6 6 12-12" {...tick} />
      <path className="g-path-picture-tick" d="M219 518l6 6 12-12" {...tick} />
      <circle className="g-path-picture-next" cx="389" cy="339" r="31" />
    </svg>
  );
}
