import type { Knowledge, Language } from "../../../data/model.ts";

/** The name of an entity or a term; its id where nobody knows it. */
export function nameIn(knowledge: Pick<Knowledge, "entities" | "terms">, id: string, language: Language): string {
  const known = knowledge.entities.find((e) => e.id === id) ?? knowledge.terms.find((term) => term.id === id);
  return known?.names[language] ?? id;
}

/** 抖音、阿里巴巴集团 or Douyin, Alibaba Group. */
export function listed(names: readonly string[], language: Language): string {
  return names.join(language === "en" ? ", " : "、");
}
