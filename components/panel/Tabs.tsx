import { useEffect, useRef } from "preact/hooks";
import { type Address, type ViewName, views, writeAddress } from "../../data/address.ts";
import type { Writing } from "./types.ts";

interface Props extends Pick<Writing, "t"> {
  view: ViewName;
  /** Where a view was left: its tab leads back there. */
  last: (view: ViewName) => Address;
}

/** The views, as links. Where they do not fit they scroll sideways, and the one that is shown comes into sight. */
export function Tabs({ view, last, t }: Props) {
  const strip = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view, or another language, lies elsewhere in the strip
  useEffect(() => {
    const bring = (): void => {
      const nav = strip.current;
      const link = nav?.querySelector<HTMLElement>("[aria-current]");
      if (nav && link) nav.scrollLeft = link.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
    };
    bring();
    addEventListener("resize", bring);
    return () => removeEventListener("resize", bring);
  }, [view, t]);
  return (
    <nav class="views" aria-label={t("panel.views")} ref={strip}>
      {views.map((name) => (
        <a key={name} class="view" href={writeAddress(last(name))} aria-current={name === view ? "page" : undefined}>
          {t(`view.${name}`)}
        </a>
      ))}
    </nav>
  );
}
