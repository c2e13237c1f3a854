import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";

interface Props<P> {
  /** Fetches the view's module. Must be the same function at every rendering. */
  load: () => Promise<{ default: ComponentType<P> }>;
  props: P;
  waiting: string;
  failed: string;
}

/** A view whose code is fetched when it is first looked at. */
export function LazyView<P extends object>({ load, props, waiting, failed }: Props<P>) {
  const [view, setView] = useState<{ View: ComponentType<P> } | "waiting" | "failed">("waiting");
  useEffect(() => {
    let gone = false;
    setView("waiting");
    load().then(
      (module) => !gone && setView({ View: module.default }),
      () => !gone && setView("failed"),
    );
    return () => {
      gone = true;
    };
  }, [load]);
  if (view === "waiting") return <p role="status">{waiting}</p>;
  if (view === "failed") return <p role="alert">{failed}</p>;
  return <view.View {...props} />;
}
