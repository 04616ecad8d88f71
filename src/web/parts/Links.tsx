import type { MouseEvent, ReactElement, ReactNode } from 'react';
import type { View } from '../state/view.ts';
import { hrefTo, navigate, useRestedView } from '../state/view-store.ts';

/** A link to another view: a real address (it opens in a tab of its own), gone to without loading the page anew. */
export function ViewLink({
  to,
  children,
  className,
  current,
  lang,
}: {
  to: Partial<View>;
  children: ReactNode;
  className?: string | undefined;
  current?: boolean | undefined;
  lang?: string | undefined;
}): ReactElement {
  useRestedView();
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a
      href={hrefTo(to)}
      onClick={go}
      className={className}
      aria-current={current ? 'page' : undefined}
      lang={lang}
    >
      {children}
    </a>
  );
}

/** A place's name, leading to its history. It opens beside the map where the map is shown, else as a page. */
export function PlaceLink({
  id,
  name,
  className,
}: {
  id: string;
  name: string;
  className?: string;
}): ReactElement {
  const view = useRestedView();
  const to: Partial<View> =
    view.view === 'map' ? { place: id, map: view.map, from: view.from } : { view: 'place', place: id };
  return (
    <ViewLink to={to} className={className}>
      <bdi>{name}</bdi>
    </ViewLink>
  );
}

export function SideLink({ side, children }: { side: string; children: ReactNode }): ReactElement {
  return (
    <ViewLink to={{ view: 'side', side }}>
      <bdi>{children}</bdi>
    </ViewLink>
  );
}
