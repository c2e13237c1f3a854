import type { Entity, Language } from "../data/model.ts";
import { type DateKey, writeInstant } from "./dates.ts";
import { type PageKey, PageNames } from "./PageNames.tsx";

export type IdentityKey = DateKey | "identity.unknown" | "identity.founded";

interface Props {
  entity: Entity;
  language: Language;
  t: (key: IdentityKey, values?: Record<string, string | number>) => string;
}

/** What became of it, where it is not simply there: renamed, merged, sold, closed, or nobody knows. */
export function IdentityLine({ entity: { identity }, language, t }: Props) {
  const line = identity?.line?.[language] ?? (identity?.status === "unknown" ? t("identity.unknown") : undefined);
  return line === undefined ? null : <p class="identity-line">{line}</p>;
}

/** When it was founded, where it is listed, its own site. */
export function IdentityFacts({ entity: { identity }, language, t }: Props) {
  if (!identity) return null;
  const { founded, listing, site } = identity;
  const told = [
    ...(founded ? [t("identity.founded", { date: writeInstant(founded, t) })] : []),
    ...(listing ? [listing[language]] : []),
  ];
  if (told.length === 0 && !site) return null;
  return (
    <p class="identity-facts">
      {told.join(" · ")}
      {site && (
        <>
          {told.length > 0 && " · "}
          <a class="page-link" href={site} target="_blank" rel="noopener noreferrer">
            {site.replace(/^https?:\/\/(www\.)?|\/$/g, "")}
          </a>
        </>
      )}
    </p>
  );
}

/** What else is known of who it is, and from where: folded, since it is long. */
export function IdentityMore({
  entity: { identity },
  language,
  t,
}: Omit<Props, "t"> & { t: (key: PageKey | "identity.more", values?: Record<string, string | number>) => string }) {
  if (!identity || identity.pages.length === 0) return null;
  return (
    <details class="identity-facts">
      <summary>{t("identity.more")}</summary>
      {identity.note?.[language]}
      <PageNames pages={identity.pages} voices={0} t={t} />
    </details>
  );
}
