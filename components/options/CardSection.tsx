import { Row } from "./Row.tsx";
import type { Section } from "./types.ts";

const delays = ["showDelay", "hideDelay"] as const;
const keys = ["none", "alt", "control", "shift"] as const;

/** Milliseconds: nobody feels a smaller step. */
const STEP = 100;

interface Props extends Section {
  /** Milliseconds that can be chosen at most. */
  longest: number;
}

/** When a card opens and closes. */
export function CardSection({ settings, onChange, longest, t }: Props) {
  const spoken = (ms: number): string => (ms === 0 ? t("delay.none") : t("delay.seconds", { n: ms / 1000 }));
  return (
    <>
      {delays.map((key) => (
        <Row key={key} label={t(`${key}.label`)} hint={t(`${key}.hint`)} control={key}>
          <input
            id={key}
            type="range"
            class="slider"
            min={0}
            max={longest}
            step={STEP}
            value={settings[key]}
            aria-valuetext={spoken(settings[key])}
            aria-describedby={`${key}-hint`}
            onChange={(event) => onChange({ [key]: event.currentTarget.valueAsNumber })}
          />
          <output class="row-value" for={key}>
            {spoken(settings[key])}
          </output>
        </Row>
      ))}
      <Row label={t("holdKey.label")} hint={t("holdKey.hint")} control="holdKey">
        <select
          id="holdKey"
          class="field"
          aria-describedby="holdKey-hint"
          value={settings.holdKey}
          onChange={(event) => {
            const chosen = keys.find((key) => key === event.currentTarget.value);
            if (chosen) onChange({ holdKey: chosen });
          }}
        >
          {keys.map((key) => (
            <option key={key} value={key}>
              {t(`holdKey.${key}`)}
            </option>
          ))}
        </select>
      </Row>
    </>
  );
}
