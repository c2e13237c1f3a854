import type { NamedHere, TranslatePopup } from "./types.ts";

/** So many are named; the panel shows them all. */
const MOST = 6;

interface Props {
  named: readonly NamedHere[];
  t: TranslatePopup;
  onEntity: (id: string) => void;
}

/** The platforms that the page names, each a way into the panel. */
export function NamedList({ named, t, onEntity }: Props) {
  if (named.length === 0) return <p class="blank popup-none">{t("popup.none")}</p>;
  const rest = named.length - MOST;
  return (
    <section aria-labelledby="named">
      <h2 class="popup-part" id="named">
        {t("popup.named")}
      </h2>
      <ul class="popup-list">
        {named.slice(0, MOST).map(({ id, name, count }) => (
          <li key={id}>
            <button type="button" class="popup-entity" onClick={() => onEntity(id)}>
              <span>{name}</span>
              <small>{t("popup.times", { n: count })}</small>
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="blank popup-none">{t("popup.more", { n: rest })}</p>}
    </section>
  );
}
