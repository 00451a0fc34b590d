import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { ExtendForm } from './extend-form.tsx';

type People = inferRouterOutputs<AppRouter>['quizzes']['people'];
type Props = { list: People; activityId: string; address: string };

/** Who takes the quiz, how far they are, and what they were given beyond the rest. */
export async function PeopleTable({ list, activityId, address }: Props) {
  const t = await getTranslations('quizStaff.people');
  const { settings } = list.quiz;
  const limits = {
    minutes: settings.minutes !== null,
    attempts: settings.maxAttempts !== null,
    closes: Boolean(settings.closesAt),
  };
  if (list.people.length === 0) return <p className="text-ink-2">{t('nobody')}</p>;
  return (
    <>
      <Table caption={t('caption')}>
        <thead>
          <tr>
            <ColumnHead>{t('person')}</ColumnHead>
            <ColumnHead>{t('attempts')}</ColumnHead>
            <ColumnHead>{t('result')}</ColumnHead>
            <ColumnHead>{t('extension')}</ColumnHead>
            <ColumnHead>
              <span className="sr-only">{t('actions')}</span>
            </ColumnHead>
          </tr>
        </thead>
        <tbody>
          {list.people.map((one) => (
            <tr key={one.enrolmentId}>
              <RowHead>{one.person.name}</RowHead>
              <Cell className="tabular-nums">{one.attempts}</Cell>
              <Cell>
                <Result one={one} />
              </Cell>
              <Cell className="text-sm">
                <Extension extension={one.extension} />
              </Cell>
              <Cell>
                <ClientMessages of={['quizStaff']}>
                  <ExtendForm
                    enrolmentId={one.enrolmentId}
                    activityId={activityId}
                    name={one.person.name}
                    given={one.extension}
                    limits={limits}
                  />
                </ClientMessages>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      {list.next ? (
        <p className="mt-6">
          <LinkButton href={`${address}?after=${list.next}`}>{t('more')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}

type One = People['people'][number];

async function Result({ one }: { one: One }) {
  const [t, clock] = await Promise.all([getTranslations('quizStaff.people'), getClock()]);
  return (
    <span className="flex flex-wrap items-center gap-2">
      {one.best === null ? null : <span className="tabular-nums">{t('best', { percent: one.best })}</span>}
      {one.passed ? (
        <Tag tone="good" marked>
          {t('passed')}
        </Tag>
      ) : null}
      {one.waiting ? <Tag tone="info">{t('waiting')}</Tag> : null}
      {one.running ? (
        <Tag>{one.endsAt ? t('runningUntil', { at: clock.at(one.endsAt) }) : t('running')}</Tag>
      ) : null}
    </span>
  );
}

async function Extension({ extension }: Pick<One, 'extension'>) {
  const [t, clock] = await Promise.all([getTranslations('quizStaff.people'), getClock()]);
  if (!extension) return null;
  const { extraMinutes, extraAttempts, closesAt, reason, givenBy } = extension;
  const parts = [
    extraMinutes > 0 ? t('moreMinutes', { count: extraMinutes }) : null,
    extraAttempts > 0 ? t('moreAttempts', { count: extraAttempts }) : null,
    closesAt ? t('until', { at: clock.at(closesAt) }) : null,
  ];
  return (
    <>
      {parts.filter(Boolean).join(' · ')}
      <span className="block text-ink-2">
        {reason} ({givenBy})
      </span>
    </>
  );
}
