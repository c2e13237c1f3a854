import type { SiteState } from "../../data/access.ts";
import type { Language } from "../../data/model.ts";
import { languageTags } from "../locales/messages.ts";
import { Stone } from "../Stone.tsx";
import { NamedList } from "./NamedList.tsx";
import type { NamedHere, PopupKey, TranslatePopup } from "./types.ts";

/** What the browser refused: to read the page, to keep what was changed, or what else was asked of it. */
export type Failure = "read" | "save" | "refused";

/** What is said of each. */
const failures: Record<Failure, PopupKey> = {
  read: "popup.failed",
  save: "popup.unsaved",
  refused: "popup.refused",
};

interface Props {
  language: Language;
  t: TranslatePopup;
  site: SiteState;
  /** What the reader calls this site: the host that is turned off and on. */
  name: string;
  /** Who is named; undefined while no script answers in the page. */
  named: readonly NamedHere[] | undefined;
  /** Whether it is known by now that no script answers. */
  silent: boolean;
  failed: Failure | undefined;
  onSite: (on: boolean) => void;
  onReadOnce: () => void;
  onAlways: (origin: string) => void;
  onRevoke: () => void;
  onEntity: (id: string) => void;
  onPanel: () => void;
  onSettings: () => void;
}

/** What Qiju does on the page in front, and what can be changed about it. */
export function PopupPage(props: Props) {
  const { site, name, named, failed, language, t } = props;
  const host = "host" in site ? site.host : "";
  const hint = hintOf(props);
  return (
    <div class="popup qiju" lang={languageTags[language]}>
      <header class="popup-head">
        <Stone size={22} />
        <h1 class="popup-title">{t("popup.title")}</h1>
      </header>
      <main>
        <p class="popup-state" role="status">
          <span>{t(stateOf(props), { host })}</span>
          {hint && <small>{t(hint)}</small>}
        </p>
        {failed && (
          <p class="popup-failed" role="alert">
            {t(failures[failed])}
          </p>
        )}
        {named && <NamedList named={named} t={t} onEntity={props.onEntity} />}
        {(mayReadNow(props) || site.state === "askable") && (
          <div class="popup-asks">
            {mayReadNow(props) && (
              <button type="button" class="button main" onClick={props.onReadOnce}>
                {t("popup.readOnce")}
              </button>
            )}
            {site.state === "askable" && (
              <button type="button" class="button" onClick={() => props.onAlways(site.origin)}>
                {t(site.listed ? "popup.allowAgain" : "popup.always")}
              </button>
            )}
          </div>
        )}
        {(site.state === "read" || site.state === "off") && (
          <div class="popup-switch">
            <label for="site">{t("popup.site", { site: name })}</label>
            <input
              id="site"
              type="checkbox"
              class="toggle"
              checked={site.state === "read"}
              onChange={(event) => props.onSite(event.currentTarget.checked)}
            />
          </div>
        )}
        {site.state === "read" && site.by === "grant" && (
          <button type="button" class="plain" onClick={props.onRevoke}>
            {t("popup.revoke")}
          </button>
        )}
      </main>
      <footer class="popup-foot">
        <button type="button" class="button" onClick={props.onPanel}>
          {t("popup.panel")}
        </button>
        <button type="button" class="plain" onClick={props.onSettings}>
          {t("popup.settings")}
        </button>
      </footer>
    </div>
  );
}

/** Whether the page is not read yet, and a click is all that it takes: also where it was open before Qiju was there. */
function mayReadNow({ site, silent }: Props): boolean {
  return silent && (site.state === "read" || (site.state === "askable" && !site.listed));
}

function stateOf({ site, named }: Props): PopupKey {
  if (site.state === "read") return site.by === "list" ? "popup.read" : "popup.granted";
  if (site.state !== "askable") return `popup.${site.state}`;
  if (site.listed) return "popup.withheld";
  return named ? "popup.once" : "popup.askable";
}

function hintOf({ site, named, silent }: Props): PopupKey | undefined {
  if (site.state === "read") return silent ? "popup.before" : undefined;
  if (site.state !== "askable") return `popup.${site.state}Hint`;
  if (site.listed) return "popup.withheldHint";
  return named ? undefined : "popup.askableHint";
}
