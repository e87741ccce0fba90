// An <a> that can be followed without loading the page anew. Who navigates is told from outside.
import { createContext, use, type ComponentProps, type MouseEvent } from 'react';

type Navigate = (href: string) => void;

const NavigateContext = createContext<Navigate | undefined>(undefined);

/** Hands the router's navigate function to every link below. Without it links load the page. */
export const NavigateProvider = NavigateContext.Provider;

export type LinkProps = ComponentProps<'a'> & { href: string };

const isPlainClick = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** A link inside the app, or an ordinary one if it has a target, a download or another scheme or host. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const navigate = use(NavigateContext);
  const isInside =
    href.startsWith('/') &&
    !href.startsWith('//') &&
    rest.target === undefined &&
    rest.download === undefined;
  return (
    <a
      href={href}
      {...rest}
      onClick={(event) => {
        onClick?.(event);
        if (!navigate || !isInside || event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}
