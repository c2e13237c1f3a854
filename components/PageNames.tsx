import type { PageLink } from "../data/model.ts";
import type { CopyKind } from "../data/schema.ts";

export type PageKey = `web.${CopyKind}` | "web.nameless" | "web.quoted" | "web.voices";

interface Props {
  pages: readonly PageLink[];
  /** How many of them speak independently. */
  voices: number;
  t: (key: PageKey, values?: Record<string, string | number>) => string;
}

/** The pages that a claim rests on, by their domains; copies and what was only quoted are named as such. */
export function PageNames({ pages, voices, t }: Props) {
  return (
    <>
      {pages.map((page) => (
        <span key={page.url} class="page-source">
          {"\u00a0· "}
          <PageName page={page} t={t} />
        </span>
      ))}
      {voices > 1 && `\u00a0· ${t("web.voices", { n: voices })}`}
    </>
  );
}

/** A page's domain, which leads to it in a tab of its own, and whether it was read itself and is its own. */
export function PageName({ page, t }: { page: PageLink; t: Props["t"] }) {
  return (
    <>
      <a
        class="page-link"
        href={page.url}
        target="_blank"
        rel="noopener noreferrer"
        title={[page.publisher, ...(page.date ? [page.date] : [])].join(", ")}
      >
        {page.host.split(".").flatMap((label, i) => (i === 0 ? [label] : [<wbr key={label} />, `.${label}`]))}
      </a>
      {page.copy && t(`web.${page.copy}`, { publisher: page.nameless ? t("web.nameless") : page.publisher })}
      {page.quoted && t("web.quoted")}
    </>
  );
}
