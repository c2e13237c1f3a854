import { useEffect, useId, useRef, useState } from "preact/hooks";
import { type CompareAddress, writeAddress } from "../../../data/address.ts";
import type { Comparison } from "../../../data/compare.ts";
import type { Knowledge } from "../../../data/model.ts";
import type { Writing } from "../types.ts";
import type { TextForm } from "./takeAway.ts";

interface Props extends Writing {
  comparison: Comparison;
  address: CompareAddress;
  knowledge: Knowledge;
}

const forms: readonly TextForm[] = ["md", "csv", "json"];

/** The menu with which the comparison is copied, saved, drawn or printed. */
export function TakeAway({ comparison, address, knowledge, language, t }: Props) {
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState("");
  const menu = useId();
  const whole = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false);
    };
    addEventListener("pointerdown", onPointer);
    return () => removeEventListener("pointerdown", onPointer);
  }, [open]);

  const taken = { comparison, filter: address.filter, knowledge, language, t };
  const run = async (done: "take.copied" | "take.saved" | null, action: () => Promise<unknown>): Promise<void> => {
    setSaid("");
    setOpen(false);
    button.current?.focus();
    try {
      await action();
      if (done) setSaid(t(done));
    } catch (error) {
      console.warn(error);
      setSaid(t("take.failed"));
    }
  };
  const copy = (form: TextForm) =>
    run("take.copied", async () => navigator.clipboard.writeText((await parts()).textOf(form, taken)));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the menu wherever in it the focus is
    <div
      class="take"
      ref={whole}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        aria-expanded={open}
        aria-controls={menu}
        disabled={comparison.columns.length === 0}
        onClick={() => setOpen(!open)}
      >
        {t("take.label")}
      </button>
      <span class="take-said" role="status">
        {said}
      </span>
      {open && (
        <div id={menu} class="take-menu">
          <p class="take-group">{t("take.copy")}</p>
          {forms.map((form) => (
            <button key={form} type="button" class="take-item" onClick={() => void copy(form)}>
              {t(`take.${form}`)}
            </button>
          ))}
          <button
            type="button"
            class="take-item"
            onClick={() =>
              void run("take.copied", () =>
                navigator.clipboard.writeText(new URL(writeAddress(address), location.href).href),
              )
            }
          >
            {t("take.link")}
          </button>
          <p class="take-group">{t("take.save")}</p>
          {forms.map((form) => (
            <button
              key={form}
              type="button"
              class="take-item"
              onClick={() => void run("take.saved", async () => (await parts()).saveText(form, taken))}
            >
              {t(`take.${form}`)}
            </button>
          ))}
          <button
            type="button"
            class="take-item"
            onClick={() => void run("take.saved", async () => (await parts()).savePicture(taken))}
          >
            {t("take.png")}
          </button>
          <p class="take-group">{t("take.more")}</p>
          <button type="button" class="take-item" onClick={() => void run(null, async () => print())}>
            {t("take.print")}
          </button>
          <a
            class="take-item"
            href={writeAddress(address)}
            target="_blank"
            rel="noreferrer"
            onClick={() => setOpen(false)}
          >
            {t("take.tab")}
          </a>
        </div>
      )}
    </div>
  );
}

/** What turns a comparison into texts and pictures: fetched when it is first wanted. */
const parts = () => import("./takeAway.ts");
