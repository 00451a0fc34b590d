import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import type { Need } from './types.ts';

/** Competences by row: what shows each and until when, or which course teaches it. */
export function NeedsTable({ of, needs }: { of: 'missing' | 'shown'; needs: readonly Need[] }) {
  const t = useTranslations('competence');
  return (
    <Table caption={t(of)}>
      <thead>
        <tr>
          <ColumnHead className="w-1/2">{t(of)}</ColumnHead>
          <ColumnHead>{t(of === 'missing' ? 'taughtBy' : 'shownBy')}</ColumnHead>
        </tr>
      </thead>
      <tbody>
        {needs.map((need) => (
          <tr key={need.itemId}>
            <RowHead className="min-w-44 font-normal">
              <Link
                href={paths.frameworkItem(need.frameworkId, need.code)}
                className="wrap-anywhere hover:text-accent hover:underline"
              >
                <span lang="en">{need.title}</span>
              </Link>
              <Origin need={need} />
            </RowHead>
            <Cell className="min-w-44">
              {of === 'missing' ? <TaughtBy need={need} /> : <Proofs need={need} />}
            </Cell>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Origin({ need: { kind, whole } }: { need: Need }) {
  const t = useTranslations('competence');
  return (
    <span className="block text-sm font-normal text-ink-3">
      {t(`kind.${kind}`)}
      {whole ? (
        <>
          {', '}
          <span lang="en">{whole}</span>
        </>
      ) : null}
    </span>
  );
}

function TaughtBy({ need: { standing, until, courses } }: { need: Need }) {
  const t = useTranslations('competence');
  const clock = useClock();
  return (
    <>
      {standing === 'expired' && until ? (
        <Tag tone="bad" marked>
          {t('expired', { date: clock.date(until) })}
        </Tag>
      ) : null}
      {courses.length === 0 ? <span className="text-ink-3">{t('noCourse')}</span> : null}
      <ul>
        {courses.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={paths.course(slug)} className="wrap-anywhere text-accent underline">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Proofs({ need: { standing, proofs } }: { need: Need }) {
  const t = useTranslations('competence');
  const clock = useClock();
  return (
    <ul>
      {proofs.map(({ kind, subjectId, title, until }, index) => (
        <li key={`${kind} ${subjectId} ${until}`} className="wrap-anywhere">
          {t(`proof.${kind}`, { title: title ?? t('hidden') })}
          <span className="block text-sm text-ink-2">
            {until === null ? t('forEver') : t('until', { date: clock.date(until) })}{' '}
            {index === 0 && standing === 'endsSoon' ? (
              <Tag tone="warn" marked>
                {t('endsSoon')}
              </Tag>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
