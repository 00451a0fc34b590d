import { type ImportSource, readText } from './source.ts';

type Licence = { licence: string; licenceUrl: string };

/** Licences by what their texts or mentions say; the first that fits. */
const KNOWN: readonly (Licence & { says: RegExp })[] = [
  {
    says: /CC0 1\.0 Universal/i,
    licence: 'CC0-1.0',
    licenceUrl: 'https://creativecommons.org/publicdomain/zero/1.0/',
  },
  {
    says: /Attribution-ShareAlike 4\.0|CC[- ]BY[- ]SA[- ]4\.0/i,
    licence: 'CC-BY-SA-4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    says: /Attribution-NonCommercial|CC[- ]BY[- ]NC/i,
    licence: 'CC-BY-NC-4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-nc/4.0/',
  },
  {
    says: /Attribution 4\.0 International|CC[- ]BY[- ]4\.0/i,
    licence: 'CC-BY-4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by/4.0/',
  },
  {
    says: /Apache License\s+Version 2\.0|Apache-2\.0/i,
    licence: 'Apache-2.0',
    licenceUrl: 'https://www.apache.org/licenses/LICENSE-2.0',
  },
  {
    says: /MIT License|Permission is hereby granted, free of charge/i,
    licence: 'MIT',
    licenceUrl: 'https://opensource.org/license/mit',
  },
];

/** The licence a source states: in its licence file, else in a text of its own; null when neither says one we know. */
export async function licenceOf(source: ImportSource, text: string): Promise<Licence | null> {
  const files = (await source.list()).filter((path) => /^(?:licen[cs]e|copying)(?:\.\w+)?$/i.test(path));
  const texts = [...(await Promise.all(files.map((path) => readText(source, path)))), text];
  for (const candidate of texts) {
    const found = KNOWN.find(({ says }) => candidate !== null && says.test(candidate.slice(0, 20_000)));
    if (found) return { licence: found.licence, licenceUrl: found.licenceUrl };
  }
  return null;
}

/** The repository a text links to most often: where it came from, and who keeps it. */
export function repositoryIn(text: string): { url: string; owner: string } | null {
  const counts = new Map<string, number>();
  for (const [, repository] of text.matchAll(
    /https?:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?=[/#?)>\]"\s]|\.git\b|$)/gm,
  )) {
    counts.set(repository ?? '', (counts.get(repository ?? '') ?? 0) + 1);
  }
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first ? { url: `https://github.com/${first[0]}`, owner: first[0].split('/')[0] ?? '' } : null;
}
