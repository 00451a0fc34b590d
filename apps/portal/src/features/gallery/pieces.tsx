import { getTranslations } from 'next-intl/server';
import { EmptyState } from '#components/empty-state.tsx';
import { NotFoundState } from '#components/not-found-state.tsx';
import { Notice } from '#components/notice.tsx';
import { DueList, DueRow } from '#components/ui/due-list.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Pagination } from '#components/ui/pagination.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { TimeLeft } from '#components/ui/time-left.tsx';
import { getClock } from '#i18n/clock.ts';
import { Specimen } from './specimen.tsx';

const HOUR = 3_600_000;

/** What is drawn by the server and needs no script. */
export async function Pieces() {
  const [t, clock] = await Promise.all([getTranslations('gallery'), getClock()]);
  const inHours = (hours: number) => new Date(clock.now.getTime() + hours * HOUR).toISOString();
  return (
    <>
      <Specimen title={t('rows')}>
        <DueList>
          {[7.8, 27, 150, -30].map((hours) => (
            <DueRow
              key={hours}
              due={<TimeLeft until={inHours(hours)} />}
              title={t('rowTitle')}
              action={<LinkButton href="#row">{t('open')}</LinkButton>}
            >
              {t('rowBody')}
            </DueRow>
          ))}
        </DueList>
        <div className="mt-4">
          <ProgressBar done={14} total={24} label={t('rowTitle')} />
        </div>
        <Pagination newer="#newer" older="#older" />
      </Specimen>
      <Specimen title={t('tags')}>
        <div className="flex flex-wrap gap-2">
          {(['neutral', 'good', 'warn', 'bad', 'info'] as const).map((tone) => (
            <Tag key={tone} tone={tone} marked>
              {t(`tones.${tone}`)}
            </Tag>
          ))}
        </div>
      </Specimen>
      <Specimen title={t('table')}>
        <Tabs
          label={t('table')}
          tabs={[
            { href: '#all', label: t('tones.neutral'), count: 38, current: true },
            { href: '#good', label: t('tones.good'), count: 3 },
          ]}
        />
        <Table caption={t('table')}>
          <thead>
            <tr>
              <ColumnHead>{t('person')}</ColumnHead>
              <ColumnHead>{t('tags')}</ColumnHead>
            </tr>
          </thead>
          <tbody>
            {['Dvořák, Ondřej', 'Ó Súilleabháin, Caoimhe', 'Łukasik, Zofia'].map((name) => (
              <tr key={name}>
                <RowHead>{name}</RowHead>
                <Cell>
                  <Tag tone="good" marked>
                    {t('tones.good')}
                  </Tag>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </Specimen>
      <Specimen title={t('states')}>
        <Notice
          title={t('rowTitle')}
          action={
            <LinkButton href="#notice" look="primary">
              {t('open')}
            </LinkButton>
          }
        >
          {t('rowBody')}
        </Notice>
        <EmptyState title={t('emptyTitle')}>{t('emptyBody')}</EmptyState>
        <div className="mt-8">
          <NotFoundState />
        </div>
      </Specimen>
    </>
  );
}
