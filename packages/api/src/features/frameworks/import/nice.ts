import { z } from 'zod';
import type { DraftItem, FrameworkProblem, FrameworkRead, ItemKind } from './types.ts';

const id = z.string().trim().min(1).max(100);

/** The NICE Framework (NIST SP 800-181) as its components are published in JSON. */
export const niceFile = z.object({
  response: z.object({
    elements: z.object({
      documents: z
        .array(
          z.object({
            doc_identifier: id,
            name: z.string().min(1),
            version: z.string().min(1),
            website: z.string().default(''),
          }),
        )
        .min(1),
      elements: z
        .array(
          z.object({
            element_type: id,
            element_identifier: id,
            title: z.string().default(''),
            text: z.string().default(''),
          }),
        )
        .min(1)
        .max(50_000),
      relationships: z
        .array(z.object({ source_element_identifier: id, dest_element_identifier: id }))
        .max(200_000)
        .default([]),
    }),
  }),
});

/** What each type of element is here; the others (codes of other registers, orders of lists) are not kept. */
const kinds: Readonly<Record<string, ItemKind>> = {
  category: 'category',
  work_role: 'role',
  competency_area: 'competence',
  task: 'task',
  knowledge: 'knowledge',
  skill: 'skill',
};
const NOT_KEPT = new Set(['sort', 'opm_code']);

/** Reads elements and what they are made of. */
export function readNice(file: z.output<typeof niceFile>): FrameworkRead {
  const { documents, elements, relationships } = file.response.elements;
  const problems: FrameworkProblem[] = [];
  const items = new Map<string, DraftItem>();
  const left = new Map<string, number>();
  elements.forEach((element, index) => {
    const kind = kinds[element.element_type];
    if (kind) items.set(element.element_identifier, itemOf(kind, element));
    else if (NOT_KEPT.has(element.element_type))
      left.set(element.element_type, (left.get(element.element_type) ?? 0) + 1);
    else
      problems.push({
        path: `response.elements.elements[${index}]`,
        problem: 'unknownElement',
        detail: element.element_type,
      });
  });
  for (const [type, count] of left)
    problems.push({
      path: `response.elements.elements (${type})`,
      problem: 'notKept',
      detail: String(count),
    });
  const links = new Map(
    relationships
      .map((relation) => ({
        from: relation.source_element_identifier,
        to: relation.dest_element_identifier,
        level: null,
      }))
      .filter(({ from, to }) => items.has(from) && items.has(to) && from !== to)
      .map((link) => [`${link.from}\n${link.to}`, link]),
  );
  const [document] = documents;
  if (!document) return { framework: null, problems };
  const { version, name, website } = document;
  return {
    framework: {
      code: 'NICE',
      version,
      title: name,
      source: website,
      licence: '',
      items: [...items.values()],
      links: [...links.values()],
    },
    problems,
  };
}

type Element = { element_identifier: string; title: string; text: string };

/** Tasks, knowledge and skills have their words in `text` and no title. */
function itemOf(kind: ItemKind, { element_identifier: code, title, text }: Element): DraftItem {
  const named = title.trim();
  return named
    ? { kind, code, title: named, description: text.trim() }
    : { kind, code, title: text.trim() || code, description: '' };
}
