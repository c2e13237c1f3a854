import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Writing } from "./types.ts";

/**
 * A view whose code is fetched when it is first shown. Says that it is on its way, and offers another
 * try where it did not come.
 */
export function later<P extends Writing>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let known: ComponentType<P> | undefined;
  return function Later(props: P) {
    const [View, setView] = useState<{ view: ComponentType<P> } | undefined>(known && { view: known });
    const [state, setState] = useState<"coming" | "failed">("coming");
    useEffect(() => {
      if (View || state === "failed") return;
      load().then(
        (view) => {
          known = view;
          setView({ view });
        },
        () => setState("failed"),
      );
    }, [View, state]);
    if (View) return <View.view {...props} />;
    if (state === "coming") {
      return (
        <p class="blank" role="status">
          {props.t("panel.loading")}
        </p>
      );
    }
    return (
      <div role="alert">
        <p class="blank">{props.t("panel.viewMissing")}</p>
        <button type="button" class="button" onClick={() => setState("coming")}>
          {props.t("panel.retry")}
        </button>
      </div>
    );
  };
}
