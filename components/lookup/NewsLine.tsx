import type { Translate } from "../locales/messages.ts";
import type { LookupKey } from "./LookupNotice.tsx";

interface Props {
  /** The version whose news it is; one that has a line. */
  version: string;
  t: Translate<LookupKey>;
  onSeen: () => void;
}

/** What an update brought, in one line, until it is put away. */
export function NewsLine({ version, t, onSeen }: Props) {
  return (
    <aside class="lookup news" aria-label={t("news.label")}>
      <p class="lookup-said">{t(`news.${version}` as LookupKey)}</p>
      <button type="button" class="remove lookup-close" aria-label={t("lookup.close")} onClick={onSeen}>
        ×
      </button>
    </aside>
  );
}
