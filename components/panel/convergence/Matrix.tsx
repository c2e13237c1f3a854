import { Fragment } from "preact";
import { useRef } from "preact/hooks";
import { headlineOf } from "../../../data/layers.ts";
import type { Entity, Move } from "../../../data/model.ts";
import type { MoveMark, MoveMatrix } from "../../../data/moves.ts";
import type { PictureProps } from "../picture/props.ts";
import { MarkDetail } from "./MarkDetail.tsx";
import { MoveMarkShape } from "./MoveMarkShape.tsx";

/** A mark that is open, by whose and which. */
export interface Cell {
  move: string;
  entity: string;
}

interface Props extends PictureProps {
  matrix: MoveMatrix;
  /** Whether a row is a move, or else a platform. */
  byMove: boolean;
  open: Cell | null;
  onOpen: (cell: Cell | null) => void;
}

interface Head {
  id: string;
  name: string;
  about: string;
}

/** The matrix as a table. What a mark says unfolds below its row; arrows lead from mark to mark. */
export function Matrix({ matrix, byMove, open, onOpen, ...props }: Props) {
  const { ids, language, t } = props;
  const table = useRef<HTMLTableElement>(null);
  const moveHead = ({ id, names, about }: Move): Head => ({ id, name: names[language], about: about[language] });
  const platformHead = (entity: Entity): Head => ({
    id: entity.id,
    name: entity.names[language],
    about: headlineOf(entity)[language],
  });
  const moves = matrix.rows.map((row) => moveHead(row.move));
  const platforms = matrix.platforms.map(platformHead);
  const [rows, columns] = byMove ? [moves, platforms] : [platforms, moves];
  const markAt = (row: number, column: number): MoveMark | null =>
    (byMove ? matrix.rows[row]?.marks[column] : matrix.rows[column]?.marks[row]) ?? null;

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.key.startsWith("Arrow") || !(event.target instanceof HTMLElement)) return;
    const next = markBeside(table.current, event.target, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  };

  return (
    // The table scrolls inside, so it must be reachable without a pointer.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region needs the focus to be scrolled by keys
    <section class="matrix-scroll" tabIndex={0} aria-label={t("convergence.caption")} onKeyDown={onKeyDown}>
      <table class="matrix" ref={table}>
        <caption class="unseen">{t("convergence.caption")}</caption>
        <thead>
          <tr>
            <th scope="col" class="matrix-corner">
              {t(byMove ? "convergence.move" : "convergence.platform")}
            </th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                class="matrix-column"
                data-chosen={ids.includes(column.id) ? "" : undefined}
              >
                <span>{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, r) => {
            const column = columns.findIndex((c) => isOpen(open, byMove, row.id, c.id));
            const mark = column < 0 ? null : markAt(r, column);
            const move = matrix.rows.find((m) => m.move.id === open?.move)?.move;
            return (
              <Fragment key={row.id}>
                <tr>
                  <th scope="row" title={row.about} data-chosen={ids.includes(row.id) ? "" : undefined}>
                    {row.name}
                  </th>
                  {columns.map((c, i) => (
                    <td key={c.id}>
                      <MarkButton
                        mark={markAt(r, i)}
                        place={`${r} ${i}`}
                        names={byMove ? [c.name, row.name] : [row.name, c.name]}
                        open={i === column}
                        onOpen={() =>
                          onOpen(
                            i === column
                              ? null
                              : byMove
                                ? { move: row.id, entity: c.id }
                                : { move: c.id, entity: row.id },
                          )
                        }
                        t={t}
                      />
                    </td>
                  ))}
                </tr>
                {mark && move && (
                  <tr>
                    <td class="matrix-detail" colSpan={columns.length + 1}>
                      <MarkDetail
                        {...props}
                        move={move}
                        mark={mark}
                        onClose={() => {
                          // The button that closes goes with the claims: the focus goes back to the mark.
                          table.current?.querySelector<HTMLElement>(".matrix-mark[aria-expanded=true]")?.focus();
                          onOpen(null);
                        }}
                      />
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

const isOpen = (open: Cell | null, byMove: boolean, row: string, column: string): boolean =>
  open !== null && (byMove ? open.move === row && open.entity === column : open.move === column && open.entity === row);

interface MarkProps extends Pick<PictureProps, "t"> {
  mark: MoveMark | null;
  /** Row and column, for the arrow keys. */
  place: string;
  /** Platform and move. */
  names: [string, string];
  open: boolean;
  onOpen: () => void;
}

function MarkButton({ mark, place, names: [name, move], open, onOpen, t }: MarkProps) {
  if (!mark) return null;
  const role = mark.left
    ? t("convergence.both", { role: t(`convergence.${mark.role}`), left: t("convergence.left") })
    : t(`convergence.${mark.role}`);
  return (
    <button
      type="button"
      class="matrix-mark"
      data-place={place}
      aria-expanded={open}
      aria-label={t("convergence.mark", { name, move, role, n: mark.claims.length })}
      title={`${name} · ${move} · ${role}`}
      onClick={onOpen}
    >
      <MoveMarkShape role={mark.role} left={mark.left} />
    </button>
  );
}

/** The nearest mark in the direction of an arrow: along the row, or up and down to the row with one nearest. */
function markBeside(table: HTMLTableElement | null, from: HTMLElement, key: string): HTMLElement | undefined {
  const [row, column] = placeOf(from);
  if (row === undefined || column === undefined || !table) return undefined;
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  const sign = key === "ArrowRight" || key === "ArrowDown" ? 1 : -1;
  const marks = [...table.querySelectorAll<HTMLElement>(".matrix-mark")].flatMap((element) => {
    const [r = 0, c = 0] = placeOf(element);
    const ahead = sideways ? (r === row ? (c - column) * sign : 0) : (r - row) * sign;
    return ahead > 0 ? [{ element, ahead, aside: Math.abs(c - column) }] : [];
  });
  return marks.sort((a, b) => a.ahead - b.ahead || a.aside - b.aside)[0]?.element;
}

const placeOf = (element: HTMLElement): number[] => element.dataset.place?.split(" ").map(Number) ?? [];
