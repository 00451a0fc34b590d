import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import type { ThreadAbout } from '#features/consult/types.ts';
import { useClock } from '#i18n/clock.ts';
import { TakeOff } from './take-off.tsx';

/** The people named in a thread, what each may do and until when. */
export function Members({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  const clock = useClock();
  const changes = about.members.some((member) => member.mayTakeOff);
  return (
    <Table caption={t('named')}>
      <thead>
        <tr>
          <ColumnHead>{t('person')}</ColumnHead>
          <ColumnHead>{t('party')}</ColumnHead>
          <ColumnHead>{t('right')}</ColumnHead>
          <ColumnHead>{t('until')}</ColumnHead>
          {changes ? <ColumnHead>{t('change')}</ColumnHead> : null}
        </tr>
      </thead>
      <tbody>
        {about.members.map((member) => (
          <tr key={member.personId}>
            <RowHead>{member.name}</RowHead>
            <Cell>{member.party}</Cell>
            <Cell>{member.mayWrite ? t('writes') : t('reads')}</Cell>
            <Cell>{member.until ? clock.at(member.until, 'medium') : t('noEnd')}</Cell>
            {changes ? (
              <Cell>
                {member.mayTakeOff ? (
                  <TakeOff
                    threadId={about.id}
                    personId={member.personId}
                    name={member.name}
                    self={member.self}
                  />
                ) : null}
              </Cell>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
