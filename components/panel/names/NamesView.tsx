import type { Knowledge } from "../../../data/model.ts";
import type { OwnNameSetting, Settings, Silence } from "../../../data/settings.ts";
import { Names } from "../../names/Names.tsx";
import type { Writing } from "../types.ts";
import { MarksChoice } from "./MarksChoice.tsx";
import "./names.css";

interface Props extends Writing {
  knowledge: Knowledge;
  ownNames: readonly OwnNameSetting[];
  silenced: readonly Silence[];
  marks: Settings["marks"];
  onMarks: (marks: Settings["marks"]) => void;
  onOwnNames: (names: OwnNameSetting[]) => void;
  onSilenced: (silenced: Silence[]) => void;
}

/** What is underlined on pages, the reader's own names, and the forms that are no longer marked. */
export function NamesView({ knowledge, marks, onMarks, t, ...names }: Props) {
  return (
    <section aria-label={t("view.names")}>
      <MarksChoice marks={marks} onMarks={onMarks} t={t} />
      <Names {...names} entities={knowledge.entities} heading={{ level: "h2", class: "section-title" }} t={t} />
    </section>
  );
}
