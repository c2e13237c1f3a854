import { useMemo } from "preact/hooks";
import type { EntryAddress } from "../../../data/address.ts";
import { compareAddress } from "../../../data/address.ts";
import { columnsFor, compare } from "../../../data/compare.ts";
import { kinOf } from "../../../data/kin.ts";
import { briefOf, headlineOf, ownerOf } from "../../../data/layers.ts";
import type { Entity, Knowledge, StoredClaim } from "../../../data/model.ts";
import { rivalsOf } from "../../../data/rivals.ts";
import { otherForms } from "../../../data/search.ts";
import { timeline } from "../../../data/timeline.ts";
import { ClaimLine } from "../../ClaimLine.tsx";
import { IdentityFacts, IdentityLine } from "../../Identity.tsx";
import { Link } from "../Link.tsx";
import type { ViewProps, Writing } from "../types.ts";
import { NoteEditor, type NotesPort } from "./NoteEditor.tsx";
import { PlatformIndex } from "./PlatformIndex.tsx";
import { Relations } from "./Relations.tsx";
import "./platform.css";

interface Props extends ViewProps {
  address: EntryAddress;
  notes: NotesPort;
}

/** Everything that is known of one platform; without an id, all of them to choose from. */
export function PlatformView(props: Props) {
  const { knowledge, address, t } = props;
  const entity = knowledge.entities.find((e) => e.id === address.id);
  if (entity) return <Platform {...props} entity={entity} />;
  return (
    <>
      {address.id !== null && <p class="notice">{t("platform.unknown")}</p>}
      <PlatformIndex {...props} />
    </>
  );
}

function Platform({ knowledge, entity, notes, language, t }: Props & { entity: Entity }) {
  const { id } = entity;
  const known = useMemo(() => collect(knowledge, id), [knowledge, id]);
  const entities = new Map(knowledge.entities.map((e) => [e.id, e]));
  const other = language === "en" ? entity.names.zh : entity.names.en;
  const name = entity.names[language];
  const also = otherForms(Object.values(entity.names), entity.aliases);
  const comma = language === "en" ? ", " : "、";
  const line = (claim: StoredClaim) => (
    <li key={claim.id}>
      {claim.subject !== id && (
        <p class="cell-unit">
          {entities.has(claim.subject) ? (
            <Link to={{ view: "platform", id: claim.subject }}>{entities.get(claim.subject)?.names[language]}</Link>
          ) : (
            knowledge.terms.find((term) => term.id === claim.subject)?.names[language]
          )}
        </p>
      )}
      <ClaimLine claim={claim} documents={knowledge.documents} language={language} t={t} />
    </li>
  );

  return (
    <article class="platform" aria-label={name}>
      <header class="platform-head">
        <p class="platform-trail">
          <Link to={{ view: "platform", id: null }}>{t("view.platform")}</Link>
          {owners(entity, entities).map((owner) => (
            <span key={owner.id}>
              {" › "}
              <Link to={{ view: "platform", id: owner.id }}>{owner.names[language]}</Link>
            </span>
          ))}
        </p>
        <h2 class="platform-name">
          {name} {other !== name && <small lang={language === "en" ? "zh-Hans" : "en"}>{other}</small>}
        </h2>
        <IdentityLine entity={entity} language={language} t={t} />
        <p class="platform-headline">{headlineOf(entity)[language]}</p>
        <p class="platform-brief">{briefOf(entity)[language]}</p>
        <IdentityFacts entity={entity} language={language} t={t} />
        {also.length > 0 && (
          <p class="hint">
            {t("platform.also")}
            {also.join(comma)}
          </p>
        )}
        <p>
          <Link class="button" to={compareAddress(columnsFor(knowledge, id))}>
            {t("platform.compare")}
          </Link>
        </p>
      </header>

      <Part title={t("platform.notes")}>
        <NoteEditor key={id} entity={id} name={name} notes={notes} language={language} t={t} />
      </Part>

      <Part title={t("platform.claims")} count={known.count}>
        {known.count === 0 && <p class="blank">{t("platform.noClaims")}</p>}
        {known.rows.map(({ dimension, claims }) => (
          <section key={dimension.id} class="platform-dimension" data-dimension={dimension.id}>
            <h4 title={dimension.about[language]}>{dimension.names[language]}</h4>
            <ul class="cell-claims">{claims.map(line)}</ul>
          </section>
        ))}
      </Part>

      {known.named.length > 0 && (
        <Part title={t("platform.named")} count={known.named.length}>
          <ul class="cell-claims">{known.named.map(line)}</ul>
        </Part>
      )}

      <Relations entity={entity} knowledge={knowledge} language={language} t={t} />

      {known.dated.length > 0 && (
        <Part title={t("platform.dated")} count={known.dated.length}>
          <ul class="cell-claims">{known.dated.map(line)}</ul>
        </Part>
      )}

      {known.rivals.length > 0 && (
        <Part title={t("platform.rivals")}>
          {known.rivals.map((rival) => (
            <section key={rival.entity.id} class="platform-rival">
              <h4>
                <Link to={{ view: "platform", id: rival.entity.id }}>{rival.entity.names[language]}</Link>
                <Link class="quiet-link" to={compareAddress([id, rival.entity.id])}>
                  {t("platform.beside")}
                </Link>
              </h4>
              <p class="hint">{headlineOf(rival.entity)[language]}</p>
              <ul class="cell-claims">{rival.claims.map(line)}</ul>
            </section>
          ))}
        </Part>
      )}

      <Part title={t("platform.sources")}>
        <Sources knowledge={knowledge} claims={known.all} language={language} t={t} />
      </Part>
    </article>
  );
}

function Part({ title, count, children }: { title: string; count?: number; children: preact.ComponentChildren }) {
  return (
    <section class="platform-part">
      <h3 class="section-title">
        {title} {count !== undefined && count > 0 && <small>{count}</small>}
      </h3>
      {children}
    </section>
  );
}

/** Each document that the claims rest on, with the places. */
function Sources({
  knowledge,
  claims,
  language,
  t,
}: Writing & { knowledge: Knowledge; claims: readonly StoredClaim[] }) {
  const refs = [...new Set(claims.flatMap((c) => c.sources))];
  const documents = knowledge.documents
    .map((document) => ({ document, places: refs.filter((ref) => ref.startsWith(`${document.id}:`)) }))
    .filter(({ places }) => places.length > 0);
  if (documents.length === 0) return <p class="blank">{t("platform.noSources")}</p>;
  return (
    <ul class="plain-list">
      {documents.map(({ document, places }) => (
        <li key={document.id}>
          <Link to={{ view: "sources", id: document.id }}>{document.names[language]}</Link>
          <span class="page-count">{t("platform.places", { n: places.length })}</span>
        </li>
      ))}
    </ul>
  );
}

function collect(knowledge: Knowledge, id: string) {
  const rows = compare(knowledge, [id]).groups.flatMap((g) =>
    g.rows.map(({ dimension, cells }) => ({ dimension, claims: cells[0] ?? [] })),
  );
  const own = rows.flatMap((row) => row.claims);
  const kin = kinOf(knowledge.entities, [id]);
  const named = knowledge.claims.filter((c) => kin.at(c.subject, c) === undefined && c.objects.includes(id));
  return {
    rows,
    named,
    count: own.length,
    all: [...own, ...named],
    dated: timeline({ claims: own }).map((event) => event.claim),
    rivals: rivalsOf(knowledge, id),
  };
}

/** Whom it belongs to, outermost first. */
function owners(entity: Entity, entities: ReadonlyMap<string, Entity>): Entity[] {
  const trail: Entity[] = [];
  for (let at = ownerOf(entity); at; ) {
    const owner = entities.get(at);
    if (!owner || trail.includes(owner)) break;
    trail.unshift(owner);
    at = ownerOf(owner);
  }
  return trail;
}
