import { useTranslations } from 'next-intl';
import { EmptyState } from '#components/empty-state.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import { RemoveSheet, SendSheets, SheetDialog } from './sheet-dialogs.tsx';
import type { Sheet, Sheets } from './types.ts';

const tones = { unsent: 'neutral', sent: 'good', changed: 'warn' } as const;

/** The sheets, whom each is for, and how many people with a seat none is for. */
export function SheetList({ sheets }: { sheets: Sheets }) {
  const t = useTranslations('joining');
  const { exercise, without } = sheets;
  const unsent = sheets.sheets.filter(({ state }) => state !== 'sent').length;
  return (
    <>
      {sheets.sheets.length === 0 ? <EmptyState title={t('none')}>{t('noneBody')}</EmptyState> : null}
      {sheets.sheets.length > 0 && without > 0 ? (
        <p className="mb-4 border-l-3 border-warn pl-3">{t('without', { count: without })}</p>
      ) : null}
      <ul className="mb-5 flex flex-col gap-5">
        {sheets.sheets.map((sheet) => (
          <OneSheet key={sheet.id} sheet={sheet} sheets={sheets} />
        ))}
      </ul>
      <div className="flex flex-wrap gap-3">
        {unsent > 0 ? <SendSheets exerciseId={exercise.id} count={unsent} /> : null}
        <SheetDialog sheet={null} sheets={sheets} />
      </div>
    </>
  );
}

function OneSheet({ sheet, sheets }: { sheet: Sheet; sheets: Sheets }) {
  const t = useTranslations('joining');
  const clock = useClock();
  const role = sheets.roles.find(({ id }) => id === sheet.roleId)?.name;
  const team = sheets.teams.find(({ id }) => id === sheet.teamId)?.name;
  const whom = [role, team].filter(Boolean).join(', ') || t('everybody');
  const facts = [sheet.place, sheet.reportAt ? clock.inBothZones(sheet.reportAt) : '', sheet.contact];
  return (
    <li className="border-t border-line pt-4">
      <div className="mb-2 flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h2 className="text-base wrap-anywhere">{whom}</h2>
        <Tag tone={tones[sheet.state]} marked>
          {t(`states.${sheet.state}`)}
        </Tag>
        <span className="text-sm text-ink-2">{t('people', { count: sheet.people })}</span>
        <span className="ml-auto flex gap-2">
          <SheetDialog sheet={sheet} sheets={sheets} about={whom} />
          <RemoveSheet sheetId={sheet.id} about={whom} />
        </span>
      </div>
      <p className="mb-2 text-sm text-ink-2 wrap-anywhere">{facts.filter(Boolean).join(' · ')}</p>
      <div className="grid gap-x-8 gap-y-3 md:grid-cols-2">
        <p lang="en" className="whitespace-pre-line wrap-anywhere">
          {sheet.textEn}
        </p>
        <p lang="fr" className="whitespace-pre-line wrap-anywhere">
          {sheet.textFr}
        </p>
      </div>
    </li>
  );
}
