'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { releaseWords } from '#features/consult/marking-words.ts';
import { paths } from '#features/paths.ts';
import { Documents } from './documents.tsx';
import { ItemActs } from './item-acts.tsx';
import { OutcomeWords } from './outcome-words.tsx';
import type { Item, Meeting } from './types.ts';

type Props = {
  meeting: Meeting;
  item: Item;
  today: string;
  place: { first: boolean; last: boolean };
  onStep: (by: -1 | 1) => void;
};

/** One item: what it is about, what is wanted, who leads it, how long, its links, documents and outcome. */
export function AgendaItem({ meeting, item, ...acts }: Props) {
  const t = useTranslations('meetings.item');
  const m = useTranslations('markings');
  const locale = useLocale();
  const marking = meeting.markings[item.markingId];
  const facts = [
    item.minutes ? t('minutesLong', { count: item.minutes }) : null,
    item.lead ? t('leadBy', { lead: item.lead }) : null,
  ].filter(Boolean);
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-semibold wrap-anywhere">{item.title}</span>
        <Tag tone={item.wanted === 'agree' ? 'info' : 'neutral'}>{t(`wants.${item.wanted}`)}</Tag>
        <span className="text-sm text-ink-2">{facts.join(' · ')}</span>
      </p>
      {marking ? (
        <p className="text-sm text-ink-2">
          <span className="font-semibold">{marking.levelName}</span>
          {' · '}
          {releaseWords(marking, m, locale)}
        </p>
      ) : null}
      {item.note ? <p className="mt-1 max-w-measure whitespace-pre-line wrap-anywhere">{item.note}</p> : null}
      <ItemLinks item={item} />
      <Documents
        meetingId={meeting.id}
        itemId={item.id}
        about={item.title}
        documents={item.documents}
        mayPlan={meeting.mayPlan}
      />
      <OutcomeWords outcome={item.outcome} zone={meeting.body.zone} />
      {meeting.mayPlan ? <ItemActs meeting={meeting} item={item} {...acts} /> : null}
    </div>
  );
}

function ItemLinks({ item: { text, thread } }: { item: Item }) {
  const t = useTranslations('meetings.item');
  const links = [
    text ? { label: t('text'), href: paths.text(text.id), title: text.title } : null,
    thread ? { label: t('thread'), href: paths.thread(thread.id), title: thread.title } : null,
    text?.decision
      ? { label: t('decision'), href: paths.decision(text.decision.id), title: t('seeDecision') }
      : null,
  ].filter((one) => one !== null);
  if (links.length === 0) return null;
  return (
    <ul className="mt-1 text-sm">
      {links.map(({ label, href, title }) => (
        <li key={href} className="wrap-anywhere">
          <span className="text-ink-2">{t('label', { what: label })} </span>
          <Link href={href} className="font-medium text-accent underline underline-offset-4">
            {title}
          </Link>
        </li>
      ))}
    </ul>
  );
}
