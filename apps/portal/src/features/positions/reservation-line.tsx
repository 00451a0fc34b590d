import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { ReservationView } from './types.ts';

type Props = { one: ReservationView; numbers: ReadonlyMap<string, string>; textId: string };

/** A reservation in words: its kind, what it is about, until when it is expected to stand, and what it says. */
export function ReservationLine({ one, numbers, textId }: Props) {
  const t = useTranslations('positions.reservation');
  const k = useTranslations('positions.kinds');
  const clock = useClock();
  return (
    <div>
      <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
        <Tag tone="warn" marked>
          {k(one.kind)}
        </Tag>
        <Scope one={one} numbers={numbers} textId={textId} />
        {one.expectedLift ? (
          <span className="text-ink-2">{t('until', { when: clock.date(one.expectedLift) })}</span>
        ) : null}
        {one.overdue ? <Tag tone="bad">{t('overdue')}</Tag> : null}
        {one.state === 'stale' ? <Tag>{t('stale', { number: one.version })}</Tag> : null}
      </p>
      {one.words ? <p className="mt-1 whitespace-pre-line wrap-anywhere">{one.words}</p> : null}
    </div>
  );
}

function Scope({ one, numbers, textId }: Props) {
  const t = useTranslations('positions.reservation');
  if (one.paragraphIds.length === 0) return <span>{t('whole')}</span>;
  return (
    <span className="flex flex-wrap gap-x-1.5">
      {one.paragraphIds.map((id) => {
        const number = numbers.get(id);
        return number === undefined ? (
          <span key={id} className="text-ink-3">
            {t('gone')}
          </span>
        ) : (
          <Link
            key={id}
            href={`${paths.text(textId)}#p-${id}`}
            className="font-semibold text-accent hover:underline"
          >
            {number === '' ? t('heading') : t('paragraph', { number })}
          </Link>
        );
      })}
    </span>
  );
}
