import { useMemo, useState } from "preact/hooks";
import { moveMatrix, summarise } from "../../../data/moves.ts";
import { PictureChoice } from "../picture/PictureChoice.tsx";
import type { PictureProps } from "../picture/props.ts";
import { sentences } from "../picture/sentences.ts";
import { type Cell, Matrix } from "./Matrix.tsx";
import { MoveMarkShape } from "./MoveMarkShape.tsx";
import "../picture/picture.css";
import "./convergence.css";

const orders = ["move", "platform"] as const;
const legend = ["pioneer", "adopter", "left"] as const;

/** Who took up whose move: moves × platforms, each mark with the claims behind it. */
export default function ConvergenceView(props: PictureProps) {
  const { knowledge, language, t } = props;
  const [order, setOrder] = useState<(typeof orders)[number]>("move");
  const [open, setOpen] = useState<Cell | null>(null);
  const matrix = useMemo(() => moveMatrix(knowledge), [knowledge]);
  if (matrix.rows.length === 0) {
    return (
      <section class="convergence" aria-label={t("convergence.title")}>
        <p class="blank">{t("convergence.none")}</p>
      </section>
    );
  }
  const { moves, platforms, marks, pioneered, left, widest, busiest } = summarise(matrix);
  return (
    <section class="convergence" aria-label={t("convergence.title")}>
      <p class="convergence-says">
        {sentences(
          language,
          t("convergence.summary", { moves, platforms, marks }),
          widest && t("convergence.widest", { move: widest.move.names[language], n: widest.count }),
          busiest && t("convergence.busiest", { name: busiest.entity.names[language], n: busiest.count }),
          t("convergence.pioneered", { n: pioneered }),
          left > 0 && t("convergence.gaveUp", { n: left }),
        )}
      </p>
      <div class="convergence-bar">
        <PictureChoice
          label={t("convergence.order")}
          choices={orders}
          chosen={order}
          onChoice={setOrder}
          name={(by) => t(`convergence.by.${by}`)}
        />
        <ul class="convergence-legend">
          {legend
            .filter((entry) => entry !== "left" || left > 0)
            .map((entry) => (
              <li key={entry}>
                <MoveMarkShape role={entry === "pioneer" ? entry : "adopter"} left={entry === "left"} />
                {t(`convergence.${entry}`)}
              </li>
            ))}
        </ul>
      </div>
      <Matrix {...props} matrix={matrix} byMove={order === "move"} open={open} onOpen={setOpen} />
    </section>
  );
}
