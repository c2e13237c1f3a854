/** What stands above the panel for a while: the question whom looked-up words mean, and what an update brought. */
import catalog from "virtual:qiju/messages/lookup";
import spellings from "virtual:qiju/spellings";
import { useEffect, useMemo, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { languageTags, translator } from "../../components/locales/messages.ts";
import { LookupNotice } from "../../components/lookup/LookupNotice.tsx";
import { NewsLine } from "../../components/lookup/NewsLine.tsx";
import { LOOKUP_REQUEST, type LookupRequest } from "../../data/knowledge.ts";
import type { Entity, Language } from "../../data/model.ts";
import { askPanel } from "../../data/panel.ts";
import { searchNames } from "../../data/search.ts";
import { newsSeen, unseenNews } from "../../data/whatsNew.ts";
import { watchSession } from "./session.ts";
import "../../components/lookup/lookup.css";

/** Suggestions shown while the reader types. */
const MOST = 6;

interface Props {
  entities: readonly Entity[];
  language: Language;
}

export function Asked({ entities, language }: Props) {
  const t = useMemo(() => translator(catalog, language), [language]);
  const [request, setRequest] = useState<LookupRequest>();
  const [news, setNews] = useState<string>();
  useEffect(() => watchLookups(setRequest), []);
  useEffect(() => void unseenNews().then(setNews), []);

  const close = (): void => {
    setRequest(undefined);
    void browser.storage.session.remove(LOOKUP_REQUEST);
  };
  const named = request?.entities.flatMap((id) => entities.find((e) => e.id === id) ?? []) ?? [];
  return (
    <div class="qiju" lang={languageTags[language]}>
      {news && (
        <NewsLine
          version={news}
          t={t}
          onSeen={() => {
            setNews(undefined);
            void newsSeen();
          }}
        />
      )}
      {request && (
        <LookupNotice
          key={request.at}
          text={request.text}
          named={named}
          language={language}
          t={t}
          suggest={(typed) => searchNames(entities, typed, spellings).slice(0, MOST)}
          onEntity={(id) => {
            close();
            void askPanel({ entity: id });
          }}
          onClose={close}
        />
      )}
    </div>
  );
}

/** Hears what was looked up, also when that was before the panel opened. @returns how to stop */
function watchLookups(onRequest: (request: LookupRequest | undefined) => void): () => void {
  return watchSession(LOOKUP_REQUEST, (value) => onRequest(isLookup(value) ? value : undefined));
}

function isLookup(value: unknown): value is LookupRequest {
  return (
    typeof value === "object" &&
    value !== null &&
    "text" in value &&
    typeof value.text === "string" &&
    "entities" in value &&
    Array.isArray(value.entities)
  );
}
