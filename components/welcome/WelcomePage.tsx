import type { ComponentChildren } from "preact";
import type { Language } from "../../data/model.ts";
import { languageTags, type Translate } from "../locales/messages.ts";
import { Stone } from "../Stone.tsx";

export type WelcomeKey = keyof typeof import("../locales/welcome.zh.json");

interface Props {
  language: Language;
  t: Translate<WelcomeKey>;
  /** How many sites are read without asking. */
  sites: number;
  /** The sample, with its names to point at. */
  sample: ComponentChildren;
}

const sentences = ["welcome.one", "welcome.two", "welcome.three"] as const;
const permissions = ["welcome.permissionSites", "welcome.permissionOther", "welcome.permissionData"] as const;

/** The first page: a sample to try, three sentences, and what is read. */
export function WelcomePage({ language, t, sites, sample }: Props) {
  return (
    <main class="welcome qiju" lang={languageTags[language]}>
      <header class="welcome-head">
        <Stone size={56} />
        <h1 class="welcome-title">{t("welcome.title")}</h1>
        <p class="welcome-lead">{t("welcome.lead")}</p>
      </header>
      <section class="welcome-try" aria-labelledby="try">
        {sample}
        <p class="welcome-hint" id="try">
          {t("welcome.try")}
        </p>
      </section>
      <ol class="welcome-sentences">
        {sentences.map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ol>
      <section class="welcome-permission" aria-labelledby="permission">
        <h2 id="permission">{t("welcome.permission")}</h2>
        {permissions.map((key) => (
          <p key={key}>{t(key, { n: sites })}</p>
        ))}
      </section>
    </main>
  );
}
