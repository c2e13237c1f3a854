import { useState } from "preact/hooks";
import { hostIn, withHost } from "../../data/hosts.ts";
import { Entries } from "../names/Entries.tsx";
import type { Section } from "./types.ts";

interface Props extends Section {
  /** Match patterns that the reader has granted. */
  granted: readonly string[];
  /** How many sites the list holds. */
  listed: number;
  /** Whether the browser lets the reader withdraw single sites of the list. */
  withdrawable: boolean;
  onRevoke: (origin: string) => void;
}

/** Where Qiju is turned off, and where the reader let it in. */
export function SitesSection({ settings, onChange, granted, listed, withdrawable, onRevoke, t }: Props) {
  const [typed, setTyped] = useState("");
  const [bad, setBad] = useState(false);
  const { sitesOff } = settings;
  const add = (event: Event): void => {
    event.preventDefault();
    const host = hostIn(typed);
    setBad(host === undefined);
    if (host === undefined) return;
    onChange({ sitesOff: withHost(sitesOff, host) });
    setTyped("");
  };
  return (
    <>
      <p class="note">{t("sites.listed", { n: listed })}</p>
      {withdrawable && <p class="note">{t("sites.firefox")}</p>}
      <h3 class="part">{t("sites.off")}</h3>
      <Entries
        entries={sitesOff}
        keyOf={(host) => host}
        removal={(host) => t("sites.restore", { host })}
        onRemove={(host) => onChange({ sitesOff: sitesOff.filter((h) => h !== host) }, t("undo.site", { name: host }))}
        none={t("sites.offNone")}
      >
        {(host) => <span>{host}</span>}
      </Entries>
      <form class="adding" onSubmit={add}>
        <input
          class="field"
          aria-label={t("sites.offAdd")}
          aria-invalid={bad}
          aria-describedby="site-bad"
          placeholder={t("sites.offExample")}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setBad(false);
          }}
        />
        <button type="submit" class="button">
          {t("sites.offAdd")}
        </button>
        <p class="refusal" id="site-bad" role="alert">
          {bad && t("sites.offBad")}
        </p>
      </form>
      <h3 class="part">{t("sites.granted")}</h3>
      <Entries
        entries={granted}
        keyOf={(origin) => origin}
        removal={(origin) => t("sites.revoke", { host: shown(origin) })}
        onRemove={onRevoke}
        none={t("sites.grantedNone")}
      >
        {(origin) => <span>{shown(origin)}</span>}
      </Entries>
      {granted.length > 0 && <p class="note">{t("sites.grantedHint")}</p>}
    </>
  );
}

/** A match pattern as a reader writes it: `https://*.example.com/*` is example.com. */
function shown(origin: string): string {
  return origin
    .replace(/^https:\/\//, "")
    .replace(/^\*\./, "")
    .replace(/\/\*$/, "");
}
