import { hostOf } from "../../../data/hosts.ts";
import { isPage } from "../../../data/layers.ts";
import type { SourceRef } from "../../../data/schema.ts";
import { writeSources } from "../../ClaimLine.tsx";
import { PageName } from "../../PageNames.tsx";
import type { PictureWriting } from "./props.ts";

/** Where something is stated: places in the documents, and public pages by their domains. */
export function Sources({
  refs,
  knowledge,
  language,
  t,
}: Pick<PictureWriting, "knowledge" | "language" | "t"> & { refs: readonly SourceRef[] }) {
  const places = refs.filter((ref) => !isPage(ref));
  const pages = refs.flatMap((ref) => knowledge.pages.find((p) => `web:${p.id}` === ref) ?? []);
  return (
    <span class="picture-source">
      {places.length > 0 && writeSources(places, knowledge.documents, language)}
      {pages.map((page, i) => (
        <span key={page.id}>
          {(places.length > 0 || i > 0) && " · "}
          <PageName page={{ ...page, host: hostOf(page.url) }} t={t} />
        </span>
      ))}
    </span>
  );
}
