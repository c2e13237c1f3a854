import { Component, type ComponentChildren } from "preact";
import type { Writing } from "./types.ts";

interface Props extends Pick<Writing, "t"> {
  /** Where one is: another place of the same view starts it anew too. */
  place: string;
  children: ComponentChildren;
}

/** Keeps a view that breaks from taking the panel with it. Another place in the panel starts it anew. */
export class Boundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false };

  static override getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidUpdate({ place }: Props): void {
    if (place !== this.props.place && this.state.broken) this.setState({ broken: false });
  }

  override componentDidCatch(error: unknown): void {
    console.error(error);
  }

  render({ t, children }: Props, { broken }: { broken: boolean }) {
    if (!broken) return children;
    return (
      <div role="alert">
        <p class="blank">{t("panel.broken")}</p>
        <button type="button" class="button" onClick={() => this.setState({ broken: false })}>
          {t("panel.retry")}
        </button>
      </div>
    );
  }
}
