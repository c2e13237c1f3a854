import { BUILT_IN } from "../lexicon/cues.ts";
import type { Claim } from "../schema.ts";
import { aliasText } from "./lexicon.ts";
import type { Curated, Problem } from "./parse.ts";

const SENSES = "data/curated/senses.json";

/**
 * What no single file can tell: that every id resolves, that none is given twice, and that a file
 * is named after what it holds.
 */
export function checkReferences(curated: Curated): Problem[] {
  const problems: Problem[] = [];
  const entities = new Set(curated.platforms.map((f) => f.content.id));
  const terms = new Set(curated.terms.map((f) => f.content.id));
  const dimensions = new Set(curated.dimensions.dimensions.map((d) => d.id));
  const groups = new Set(curated.dimensions.groups.map((g) => g.id));
  const documents = new Set(curated.sources.documents.map((d) => d.id));
  const pages = new Set(curated.sources.pages.map((p) => `web:${p.id}`));
  const claims = new Map<string, string>();

  const want = (ok: boolean, path: string, field: string, message: string): void => {
    if (!ok) problems.push(`${path}: ${field}: ${message}`);
  };
  const known = (id: string): boolean => entities.has(id) || terms.has(id);
  const source = (ref: string): boolean => (ref.startsWith("web:") ? pages.has(ref) : documents.has(ref.slice(0, 3)));
  const sources = (refs: readonly string[], path: string, field: string): void => {
    for (const ref of refs) want(source(ref), path, field, `no source ${ref}`);
  };
  const checkClaims = (list: readonly Claim[], subject: string, path: string): void => {
    list.forEach((claim, i) => {
      const at = `claims.${i} (${claim.id})`;
      want(!claims.has(claim.id), path, at, `also in ${claims.get(claim.id)}`);
      claims.set(claim.id, path);
      want(dimensions.has(claim.dimension), path, `${at}.dimension`, `no dimension ${claim.dimension}`);
      for (const object of claim.objects ?? []) {
        want(known(object) && object !== subject, path, `${at}.objects`, `no other entity or term ${object}`);
      }
      sources(claim.sources, path, `${at}.sources`);
    });
  };

  for (const { path, content } of curated.platforms) {
    want(path.endsWith(`/${content.id}.json`), path, "id", `the file is not named after ${content.id}`);
    if (content.parent)
      want(
        entities.has(content.parent) && content.parent !== content.id,
        path,
        "parent",
        `no other entity ${content.parent}`,
      );
    content.relations.forEach((relation, i) => {
      want(
        entities.has(relation.target) && relation.target !== content.id,
        path,
        `relations.${i}.target`,
        `no other entity ${relation.target}`,
      );
      sources(relation.sources, path, `relations.${i}.sources`);
    });
    checkClaims(content.claims, content.id, path);
  }
  for (const { path, content } of curated.terms) {
    want(path.endsWith(`/${content.id}.json`), path, "id", `the file is not named after ${content.id}`);
    want(!entities.has(content.id), path, "id", `${content.id} is an entity too`);
    for (const id of content.platforms) want(entities.has(id), path, "platforms", `no entity ${id}`);
    sources(content.sources, path, "sources");
    checkClaims(content.claims, content.id, path);
  }
  curated.dimensions.dimensions.forEach((d, i) => {
    want(groups.has(d.group), "data/curated/dimensions.json", `dimensions.${i}.group`, `no group ${d.group}`);
  });
  const aliases = new Map(curated.platforms.map((f) => [f.content.id, new Set(f.content.aliases.map(aliasText))]));
  for (const cue of BUILT_IN.keys())
    want(!(cue in curated.senses.cues), SENSES, `cues.${cue}`, `${cue} is built in: another name for the class`);
  curated.senses.senses.forEach((sense, i) => {
    const at = `senses.${i} (${sense.names[0]})`;
    for (const name of sense.names) {
      want(aliases.get(sense.entity)?.has(name) ?? false, SENSES, at, `${name} is no alias of ${sense.entity}`);
    }
    for (const place of ["before", "after", "near"] as const) {
      for (const cue of Object.keys(sense[place] ?? {}))
        want(
          BUILT_IN.get(cue)?.includes(place) ?? cue in curated.senses.cues,
          SENSES,
          `${at}.${place}`,
          `no cue ${cue}`,
        );
    }
    for (const id of [...Object.keys(sense.with ?? {}), ...Object.keys(sense.page ?? {})]) {
      want(id === "*" || entities.has(id), SENSES, at, `no entity ${id}`);
    }
  });
  curated.moves.moves.forEach((move, i) => {
    const at = `moves.${i} (${move.id})`;
    if (move.pioneer)
      want(entities.has(move.pioneer), "data/curated/moves.json", `${at}.pioneer`, `no entity ${move.pioneer}`);
    for (const adopter of move.adopters) {
      for (const id of [adopter.entity, ...adopter.via])
        want(entities.has(id), "data/curated/moves.json", at, `no entity ${id}`);
      for (const id of adopter.claims) want(claims.has(id), "data/curated/moves.json", at, `no claim ${id}`);
      for (const id of adopter.left ?? [])
        want(adopter.claims.includes(id), "data/curated/moves.json", at, `left: ${id} is not among its claims`);
    }
  });
  return problems;
}
