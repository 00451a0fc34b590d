import type { useTranslations } from 'next-intl';
import { type Markup, markup, rendered } from '#components/markup.ts';
import { tagLook } from '#components/ui/tag.tsx';
import { alike, releaseWords } from '#features/consult/marking-words.ts';
import type { Contribution, Marking, ThreadPage } from '#features/consult/types.ts';
import { paths } from '#features/paths.ts';
import type { Clock } from '#i18n/clock.ts';
import { formatBytes } from '#i18n/format.ts';

type Verb = 'quote' | 'reply' | 'edit' | 'narrow' | 'widen' | 'remove' | 'history' | 'unread' | 'report';

/** What every entry of a page is written with. */
export type EntryWords = {
  page: ThreadPage;
  t: ReturnType<typeof useTranslations<'contribution'>>;
  m: ReturnType<typeof useTranslations<'markings'>>;
  clock: Clock;
  /** The markings of entries that are other than their thread's. */
  apart: ReturnType<typeof markingsApart>;
  button: ReturnType<typeof buttons>;
};

/** Writes each button of an author once for a page: they are most of what a long thread says. */
export function buttons(t: EntryWords['t']) {
  const written = new Map<string, Markup>();
  return (verb: Verb, author: string): Markup => {
    const key = `${verb} ${author}`;
    const known =
      written.get(key) ??
      markup`<button type="button" data-verb="${verb}" aria-label="${t('actionsOf', { action: t(verb), author })}">${t(verb)}</button>`;
    written.set(key, known);
    return known;
  };
}

/** The markings of a page that are other than its thread's, each compared once. */
export function markingsApart({ markings, markingId }: ThreadPage): ReadonlyMap<string, Marking> {
  const ofThread = markings[markingId];
  if (!ofThread) return new Map();
  return new Map(Object.entries(markings).filter(([, marking]) => !alike(marking, ofThread)));
}

/**
 * One entry as a quiet row: who, for whom, when; its marking where it differs; its words; what can be done. How it looks
 * is in styles/entries.css: every class would stand on a page a hundred times.
 */
export function entryMarkup(entry: Contribution, words: EntryWords): Markup {
  const { t, page } = words;
  return markup`<article aria-labelledby="by-${entry.id}" data-entry="${entry.id}" data-author="${entry.author.name}">${byline(entry, words)}<div class="min-w-0">${ownMarking(entry, words)}${kindLine(entry, words)}${
    entry.replyTo &&
    markup`<p class="mb-1.5 text-sm text-ink-2"><a class="hover:text-accent hover:underline" href="${paths.contribution(page.id, entry.replyTo.id)}">${t('inReply', { author: entry.replyTo.author })}</a></p>`
  }${entry.removed ? markup`<p class="text-ink-3">${t('removed')}</p>` : stretches(entry, words)}${files(entry, words)}${actions(entry, words)}</div></article>`;
}

function byline(entry: Contribution, { clock }: EntryWords): Markup {
  return markup`<header><p id="by-${entry.id}"><span>${entry.author.name}</span> <abbr title="${entry.party.name}">${entry.party.code}</abbr></p><p><time datetime="${entry.at}" title="${clock.inBothZones(entry.at)}">${clock.at(entry.at)}</time></p></header>`;
}

function ownMarking(entry: Contribution, { apart, m, clock }: EntryWords): Markup | null {
  const marking = apart.get(entry.markingId);
  if (!marking) return null;
  return markup`<p class="mb-1.5 text-sm" title="${m('own')}"><span class="${tagLook('warn')}">${marking.levelName}</span> <span class="font-medium text-warn">${releaseWords(marking, m, clock.locale)}</span></p>`;
}

/** Its words; where parts of them are marked apart, each of those beneath its own marking. */
function stretches(entry: Contribution, { page, t, m, clock }: EntryWords): Markup | Markup[] {
  if (!entry.parts) return markup`<div class="prose">${rendered(entry.html)}</div>`;
  return entry.parts.map(({ html, portion }) => {
    const marking = portion && page.markings[portion.markingId];
    if (!portion || !marking) return markup`<div class="prose">${rendered(html)}</div>`;
    const words = `${marking.levelName} · ${releaseWords(marking, m, clock.locale)}`;
    return markup`<section aria-label="${t('part.label', { marking: words })}" data-part="${portion.id}" class="my-3 border-l-3 border-warn pl-3"><p class="mb-1 text-sm"><span class="${tagLook('warn')}">${marking.levelName}</span> <span class="font-medium text-warn">${releaseWords(marking, m, clock.locale)}</span></p><div class="prose">${rendered(html)}</div></section>`;
  });
}

/** What an entry is where it is more, or less, than said for a delegation. */
function kindLine(entry: Contribution, { t }: EntryWords): Markup | null {
  if (entry.kind === 'entry') return null;
  const words = entry.kind === 'personal' ? t('personal') : t('statement', { party: entry.party.name });
  return markup`<p class="mb-1.5 text-sm"><span class="${tagLook(entry.kind === 'statement' ? 'info' : 'neutral')}">${words}</span></p>`;
}

function files(entry: Contribution, { t, clock }: EntryWords): Markup | null {
  if (entry.files.length === 0) return null;
  const rows = entry.files.map(
    (file) =>
      markup`<li><a href="/api/files/${file.id}" class="font-medium text-accent wrap-anywhere hover:underline">${file.name}</a> <span class="text-ink-3">${formatBytes(file.size, clock.locale)}</span></li>`,
  );
  return markup`<ul aria-label="${t('files')}" class="mt-3 flex flex-col gap-1 text-sm">${rows}</ul>`;
}

/** Buttons without script of their own: one listener on the page sees to all of them. */
function actions(entry: Contribution, { page, apart, t, clock, button }: EntryWords): Markup | null {
  if (entry.removed) return null;
  const verbs = [
    ...(page.mayWrite ? (['quote', 'reply'] as const) : []),
    ...(entry.may.edit ? (['edit'] as const) : []),
    ...(entry.may.narrow ? (['narrow'] as const) : []),
    ...(entry.may.narrow && apart.has(entry.markingId) ? (['widen'] as const) : []),
    ...(entry.may.remove ? (['remove'] as const) : []),
    ...(entry.editedAt ? (['history'] as const) : []),
    'unread' as const,
    'report' as const,
  ];
  const all = verbs.map((verb) => button(verb, entry.author.name));
  return markup`<p class="entry-acts no-print">${entry.editedAt && markup`<span class="text-ink-3">${t('edited', { when: clock.at(entry.editedAt) })}</span>`}${all}</p>`;
}
