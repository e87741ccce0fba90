// The places inside one thing, as links.
import type { ReactNode } from 'react';
import { useCurrentInView } from './current-in-view.ts';
import { Link } from './link.tsx';
import './tabs.css';

type TabsProps = {
  /** Spoken name of the navigation. */
  label: string;
  items: readonly { href: string; label: ReactNode; current?: boolean | undefined }[];
};

/** Links in a row; the one you are at is marked. */
export function Tabs({ label, items }: TabsProps) {
  const strip = useCurrentInView<HTMLElement>();
  return (
    <nav ref={strip} className="g-tabs" aria-label={label}>
      {items.map((item) => (
        <Link
          key={item.href}
          href={item.href}
          className="g-tab"
          aria-current={item.current === true ? 'page' : undefined}
        >
          {item.label}
        </Link>
      ))}
    </nav>
  );
}
