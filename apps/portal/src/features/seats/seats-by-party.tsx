import { useTranslations } from 'next-intl';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import type { SeatBoard } from './types.ts';

/** Every party's seats: open to all nations, in the order of their names, never of their figures. */
export function SeatsByParty({ board }: { board: SeatBoard }) {
  const t = useTranslations('seats.parties');
  return (
    <section aria-labelledby="parties">
      <h2 id="parties" className="mb-3">
        {t('title')}
      </h2>
      {board.parties.length === 0 ? <p className="text-ink-2">{t('none')}</p> : null}
      {board.parties.length > 0 ? (
        <Table caption={t('title')}>
          <thead>
            <tr>
              <ColumnHead>{t('party')}</ColumnHead>
              <ColumnHead className="text-right">{t('seats')}</ColumnHead>
              <ColumnHead className="text-right">{t('held')}</ColumnHead>
              <ColumnHead className="text-right">{t('waiting')}</ColumnHead>
              <ColumnHead className="text-right">{t('asking')}</ColumnHead>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {board.parties.map((party) => (
              <tr key={party.id}>
                <RowHead className="wrap-anywhere">{party.name}</RowHead>
                <Cell className="text-right">{party.seats}</Cell>
                <Cell className="text-right">{party.held}</Cell>
                <Cell className="text-right">{party.waiting}</Cell>
                <Cell className="text-right">{party.asking}</Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      ) : null}
    </section>
  );
}
