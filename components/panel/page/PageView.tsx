import { useState } from "preact/hooks";
import { compareAddress } from "../../../data/address.ts";
import { COLUMNS } from "../../../data/compare.ts";
import type { PageEntity, PageReport } from "../../../data/knowledge.ts";
import { headlineOf } from "../../../data/layers.ts";
import { StartBoard } from "../compare/Starts.tsx";
import { Link } from "../Link.tsx";
import type { ViewProps } from "../types.ts";
import { FoundList } from "./FoundList.tsx";
import { Unread, type UnreadProps } from "./Unread.tsx";

/** What the panel knows of the page beside it. */
export type PageStand =
  | { state: "waiting" }
  | { state: "read"; report: PageReport }
  | { state: "alone" }
  | { state: "unread"; site: UnreadProps["site"] };

interface Props extends ViewProps, Omit<UnreadProps, "site" | "t"> {
  page: PageStand;
  /** Brings the next mention into view. @returns whether there was one */
  onReveal: (id: string) => Promise<boolean>;
  /** Whether pages are marked with terms of the trade. */
  termsMarked: boolean;
  onTermsMarked: (marked: boolean) => void;
}

type Order = "reading" | "count";

/** How many of those found are taken into a comparison at once. */
const COMPARED = 4;

/** Who is named on the page beside the panel, and where one is. */
export function PageView(props: Props) {
  const { knowledge, page, onReveal, termsMarked, onTermsMarked, language, t } = props;
  const [order, setOrder] = useState<Order>("reading");
  const [said, setSaid] = useState("");
  if (page.state === "waiting") return <p class="blank">{t("page.waiting")}</p>;
  const nameOf = (id: string): string => knowledge.entities.find((e) => e.id === id)?.names[language] ?? id;
  if (page.state === "alone") return <StartBoard says={t("page.alone")} nameOf={nameOf} t={t} />;
  if (page.state === "unread") return <Unread {...props} site={page.site} />;

  const { report } = page;
  const own = report.own ? knowledge.entities.find((e) => e.id === report.own) : undefined;
  const sorted = order === "count" ? [...report.entities].sort((a, b) => b.count - a.count) : report.entities;
  const named = pair(
    sorted.filter((found) => !found.term),
    knowledge.entities,
  );
  const terms = pair(
    sorted.filter((found) => found.term),
    knowledge.terms,
  );
  const reveal = async (id: string, name: string): Promise<void> => {
    setSaid("");
    setSaid(t((await onReveal(id)) ? "page.jumped" : "page.gone", { name }));
  };

  return (
    <section aria-label={t("view.page")}>
      <div class="page-top">
        <p class="page-where">
          {report.host}
          {own && (
            <>
              {" · "}
              {t("page.ownSite")} <Link to={{ view: "platform", id: own.id }}>{own.names[language]}</Link>
            </>
          )}
        </p>
        <p class="page-said" role="status">
          {said}
        </p>
      </div>
      {own && <p class="hint">{t("page.own", { name: own.names[language] })}</p>}
      {named.length === 0 ? (
        <StartBoard says={t("page.none")} nameOf={nameOf} t={t} />
      ) : (
        <>
          <div class="page-head">
            <h2 class="section-title">{t("page.found", { n: named.length })}</h2>
            <OrderChoice order={order} onOrder={setOrder} t={t} />
          </div>
          <FoundList
            found={named.map(({ item, count }) => ({ ...item, count, line: headlineOf(item)[language] }))}
            view="platform"
            onReveal={reveal}
            language={language}
            t={t}
          />
          {named.length >= COLUMNS.least && (
            <p class="page-compare">
              <Link class="button" to={compareAddress(named.slice(0, COMPARED).map((found) => found.item.id))}>
                {t("page.compareAll", { n: Math.min(named.length, COMPARED) })}
              </Link>
            </p>
          )}
        </>
      )}
      <h2 class="section-title page-second">{t("page.terms")}</h2>
      {!termsMarked && (
        <p class="page-offer">
          <span>{t("page.termsOff")}</span>
          <button type="button" class="button" onClick={() => onTermsMarked(true)}>
            {t("page.termsOn")}
          </button>
        </p>
      )}
      {termsMarked && terms.length === 0 && <p class="blank">{t("page.termsNone")}</p>}
      {terms.length > 0 && (
        <FoundList
          found={terms.map(({ item, count }) => ({ ...item, count, line: item.definition[language] }))}
          view="terms"
          onReveal={reveal}
          language={language}
          t={t}
        />
      )}
    </section>
  );
}

function OrderChoice({ order, onOrder, t }: Pick<Props, "t"> & { order: Order; onOrder: (order: Order) => void }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a box and breaks lines
    <span class="segments" role="group" aria-label={t("page.order")}>
      {(["reading", "count"] as const).map((name) => (
        <button key={name} type="button" class="segment" aria-pressed={order === name} onClick={() => onOrder(name)}>
          {t(`page.order.${name}`)}
        </button>
      ))}
    </span>
  );
}

function pair<T extends { id: string }>(
  found: readonly PageEntity[],
  known: readonly T[],
): { item: T; count: number }[] {
  const byId = new Map(known.map((item) => [item.id, item]));
  return found.flatMap(({ id, count }) => {
    const item = byId.get(id);
    return item ? [{ item, count }] : [];
  });
}
