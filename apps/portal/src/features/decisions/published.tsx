import { useTranslations } from 'next-intl';
import { ParagraphRow } from '#features/texts/paragraph-row.tsx';
import { useClock } from '#i18n/clock.ts';
import { useSheetTime } from './sheet-time.ts';
import type { Published } from './types.ts';

/** A published decision: the words, who decided, since when, and what proves it. */
export function PublishedDecision({ decision }: { decision: Published }) {
  const t = useTranslations('decisions.public');
  const { locale } = useClock();
  const time = useSheetTime(decision.body.timeZone);
  const { body, signature } = decision;
  const rows = [
    [t('number'), decision.number],
    [t('body'), locale === 'fr' ? body.nameFr : body.nameEn],
    [t('effective'), time(decision.effectiveAt)],
    [t('procedure'), t(decision.procedure)],
    ...(decision.reference ? [[t('reference'), decision.reference] as const] : []),
  ] as const;
  const proof = [
    [t('hash'), decision.hash],
    [t('previous'), decision.previous],
    [t('signature'), signature.value],
    [t('fingerprint'), signature.fingerprint],
  ] as const;
  return (
    <>
      <p className="text-ink-2">{t('kind')}</p>
      <h1 className="mb-5 wrap-anywhere">{decision.title}</h1>
      <List rows={rows} />
      <section aria-label={t('words')} className="my-6">
        {decision.paragraphs.map(({ id, kind, number, words }) => (
          <ParagraphRow key={id} id={id} kind={kind} number={number}>
            {words}
          </ParagraphRow>
        ))}
      </section>
      <h2 className="mb-2">{t('proof')}</h2>
      <List rows={proof} mono />
      <p className="mt-3 max-w-measure text-sm text-ink-2">{t('proofNote')}</p>
    </>
  );
}

function List({ rows, mono = false }: { rows: readonly (readonly [string, string])[]; mono?: boolean }) {
  return (
    <dl className="border-t border-line">
      {rows.map(([label, value]) => (
        <div
          key={label}
          className="grid gap-x-4 border-b border-line py-2.5 md:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <dt className="text-ink-2">{label}</dt>
          <dd className={mono ? 'font-mono text-sm wrap-anywhere' : 'wrap-anywhere'}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
