import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { useClock } from '#i18n/clock.ts';
import type { MyExercise, OwnSheet } from './types.ts';

/** When the exercise is, in both zones, and the joining instructions for this seat. */
export function OwnSheets({ mine }: { mine: MyExercise }) {
  const t = useTranslations('joining.mine');
  const clock = useClock();
  const { exercise, sheets } = mine;
  return (
    <section aria-labelledby="sheets">
      <h2 id="sheets" className="mb-3">
        {t('sheets')}
      </h2>
      <dl className="mb-5 grid max-w-measure grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 max-md:grid-cols-1">
        <Fact name={t('starts')}>{clock.inBothZones(exercise.startsAt)}</Fact>
        <Fact name={t('ends')}>{clock.inBothZones(exercise.endsAt)}</Fact>
        {exercise.place ? <Fact name={t('place')}>{exercise.place}</Fact> : null}
        {mine.directors.length > 0 ? (
          <Fact name={t('director')}>{mine.directors.map(({ name }) => name).join(', ')}</Fact>
        ) : null}
      </dl>
      {sheets.length === 0 ? <p className="text-ink-2">{t('noSheets')}</p> : null}
      {sheets.map((sheet) => (
        <SheetText key={sheet.id} sheet={sheet} />
      ))}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-2">{name}</dt>
      <dd className="wrap-anywhere max-md:mb-2">{children}</dd>
    </>
  );
}

function SheetText({ sheet }: { sheet: OwnSheet }) {
  const t = useTranslations('joining.mine');
  const clock = useClock();
  return (
    <article className="max-w-measure border-t border-line py-4">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 max-md:grid-cols-1">
        {sheet.place ? <Fact name={t('where')}>{sheet.place}</Fact> : null}
        {sheet.reportAt ? <Fact name={t('when')}>{clock.inBothZones(sheet.reportAt)}</Fact> : null}
        {sheet.contact ? <Fact name={t('contact')}>{sheet.contact}</Fact> : null}
      </dl>
      <p className="mt-3 whitespace-pre-line wrap-anywhere">{sheet.text}</p>
      <p className="mt-2 text-sm text-ink-3">{t('changed', { at: clock.due(sheet.changedAt) })}</p>
    </article>
  );
}
