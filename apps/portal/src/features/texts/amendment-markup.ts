import type { useTranslations } from 'next-intl';
import { type Markup, markup } from '#components/markup.ts';
import { type Tone, tagLook, tagMarks } from '#components/ui/tag.tsx';
import { proposersOf } from './proposers.tsx';
import type { Amendment } from './types.ts';
import { oddMarkup, runsMarkup, type WordWords } from './words-markup.ts';

/** What a card is written with. */
export type CardWords = WordWords & { t: ReturnType<typeof useTranslations<'texts.amendment'>> };

const tones: Record<NonNullable<Amendment['outcome']>, Tone> = {
  accepted: 'good',
  merged: 'good',
  rejected: 'bad',
  withdrawn: 'neutral',
};

type Card = { amendment: Amendment; marking: string | null; href?: string };

/** What an amendment would change, by whom, why, and what the chair made of it: as text, as there are hundreds. */
export function cardMarkup({ amendment, marking, href }: Card, words: CardWords): Markup {
  const { t, odd } = words;
  const { id, kind, runs, reason, decision, inVersion, base } = amendment;
  const look = href ? 'text-accent' : 'text-ink hover:text-accent';
  const version =
    inVersion === null ? t('toVersion', { number: base }) : t('inVersion', { base, number: inVersion });
  return markup`<p class="flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm"><a href="${
    href ?? `#a-${id}`
  }" class="font-semibold hover:underline ${look}">${t(`kinds.${kind}`)}</a><span class="text-ink-2">${proposersOf(
    amendment,
    t,
  )}</span>${outcomeTag(amendment, t)}${
    marking && markup`<span class="${tagLook('warn')}">${marking}</span>`
  }</p><p dir="auto" class="my-1.5 max-w-measure leading-relaxed whitespace-pre-line wrap-anywhere">${runsMarkup(
    runs,
    words,
  )}</p><p dir="auto" class="max-w-measure text-sm text-ink-2 whitespace-pre-line wrap-anywhere">${oddMarkup(reason, odd)}</p>${
    decision &&
    markup`<p class="mt-1 max-w-measure text-sm whitespace-pre-line wrap-anywhere"><b>${t('chair')}</b> ${oddMarkup(decision, odd)}</p>`
  }<p class="text-sm text-ink-3">${version}</p>`;
}

function outcomeTag({ outcome }: Amendment, t: CardWords['t']): Markup | null {
  if (!outcome) return null;
  const mark = tagMarks[tones[outcome]];
  return markup`<span class="${tagLook(tones[outcome])}">${
    mark && markup`<span aria-hidden="true">${mark} </span>`
  }${t(`outcomes.${outcome}`)}</span>`;
}
