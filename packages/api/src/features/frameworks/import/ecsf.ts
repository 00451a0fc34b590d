import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DraftItem, DraftLink, FrameworkProblem, FrameworkRead, ItemKind } from './types.ts';

const words = z.string().trim().min(1).max(5_000);

/** The European Cybersecurity Skills Framework as ENISA publishes it in JSON (role profiles). */
export const ecsfFile = z.object({
  metadata: z.object({ name: words, short: words, version: words }),
  'role-profiles': z
    .array(
      z.object({
        title: words,
        'summary-statement': z.string().default(''),
        mission: z.string().default(''),
        deliverables: z.array(z.unknown()).default([]),
        'main-tasks': z.array(words).default([]),
        'key-skills': z.array(words).default([]),
        'key-knowledge': z.array(words).default([]),
        'e-competences': z.array(z.object({ name: words, level: z.int().min(1).max(5) })).default([]),
      }),
    )
    .min(1)
    .max(200),
});

type Profile = z.output<typeof ecsfFile>['role-profiles'][number];

/** Reads role profiles. Tasks, skills and knowledge have no codes of their own there: theirs follow from their words. */
export function readEcsf(file: z.output<typeof ecsfFile>): FrameworkRead {
  const { metadata } = file;
  const items = new Map<string, DraftItem>();
  const links: DraftLink[] = [];
  const problems: FrameworkProblem[] = [];
  file['role-profiles'].forEach((profile, index) => {
    const role = roleOf(profile);
    items.set(role.code, role);
    for (const part of partsOf(profile)) {
      items.set(part.code, part);
      links.push({ from: role.code, to: part.code, level: null });
    }
    for (const { name, level } of profile['e-competences']) {
      const competence = competenceOf(name);
      items.set(competence.code, competence);
      links.push({ from: role.code, to: competence.code, level });
    }
    const kept = profile.deliverables.length;
    if (kept > 0)
      problems.push({
        path: `role-profiles[${index}].deliverables`,
        problem: 'notKept',
        detail: String(kept),
      });
  });
  const framework = {
    ...{ code: metadata.short, version: metadata.version, title: metadata.name },
    ...{ source: 'ENISA', licence: '', items: [...items.values()], links: onceEach(links) },
  };
  return { framework, problems };
}

function roleOf(profile: Profile): DraftItem {
  const short = /\(([^()]+)\)\s*$/.exec(profile.title)?.[1];
  const code = slug(short ?? profile.title);
  const description = [profile['summary-statement'], profile.mission].filter(Boolean).join('\n\n');
  return { kind: 'role', code: `role-${code}`, title: profile.title, description };
}

function partsOf(profile: Profile): DraftItem[] {
  const part = (kind: ItemKind) => (title: string) => ({
    ...{ kind, title, description: '' },
    code: `${kind}-${createHash('sha256').update(title.toLowerCase()).digest('hex').slice(0, 12)}`,
  });
  return [
    ...profile['main-tasks'].map(part('task')),
    ...profile['key-skills'].map(part('skill')),
    ...profile['key-knowledge'].map(part('knowledge')),
  ];
}

/** "A.7. Technology Trend Monitoring": the code of the European e-Competence Framework stands before the name. */
function competenceOf(name: string): DraftItem {
  const [, code, title] = /^([A-E]\.\d{1,2})\.?\s+(.+)$/.exec(name) ?? [];
  return {
    kind: 'competence',
    code: code ?? `competence-${slug(name)}`,
    title: title ?? name,
    description: '',
  };
}

function slug(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80);
}

/** The same link said twice is one. */
function onceEach(links: readonly DraftLink[]): DraftLink[] {
  return [...new Map(links.map((link) => [`${link.from}\n${link.to}`, link])).values()];
}
