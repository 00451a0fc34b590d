import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { ParagraphRow } from '#features/texts/paragraph-row.tsx';
import { useClock } from '#i18n/clock.ts';
import { useSheetTime } from './sheet-time.ts';
import type { Decision } from './types.ts';

type Props = { decision: Decision };

/** What was agreed, word for word. */
export function AgreedText({ decision: { sheet } }: Props) {
  const t = useTranslations('decisions.sheet');
  return (
    <section aria-label={t('text')} className="mb-8">
      {sheet.paragraphs.map(({ id, kind, number, words }) => (
        <ParagraphRow key={id} id={id} kind={kind} number={number}>
          {words}
        </ParagraphRow>
      ))}
    </section>
  );
}

/** A part of the sheet under its heading; nothing where it is empty. */
export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mb-8 max-w-measure">
      <h2 id={id} className="mb-2">
        {title}
      </h2>
      {children}
    </section>
  );
}

/** What was kept beside the words: reservations, statements, earlier and later decisions. */
export function Annexes({ decision }: Props) {
  const t = useTranslations('decisions.sheet');
  const { sheet, predecessors, successors } = decision;
  return (
    <>
      {sheet.reservations.length > 0 ? (
        <Part id="reservations" title={t('reservations')}>
          {sheet.reservations.map((one) => (
            <Said
              key={`${one.nation} ${one.enteredAt}`}
              who={one.nation}
              what={t(`reservationKinds.${reservationKind(one.kind)}`)}
              about={
                one.paragraphs.length > 0
                  ? t('onParagraphs', { paragraphs: one.paragraphs.join(', ') })
                  : t('onWhole')
              }
              words={one.words}
            />
          ))}
        </Part>
      ) : null}
      {sheet.statements.length > 0 ? (
        <Part id="statements" title={t('statements')}>
          {sheet.statements.map((one) => (
            <Said
              key={`${one.nation} ${one.madeAt}`}
              who={one.nation}
              what={t(`statementKinds.${one.kind === 'interpretation' ? 'interpretation' : 'explanation'}`)}
              words={one.words}
            />
          ))}
        </Part>
      ) : null}
      {predecessors.length + successors.length > 0 ? (
        <Part id="related" title={t('related')}>
          <ul>
            {predecessors.map((one) => (
              <Related key={one.id} id={one.id} number={one.number} words={t(`relations.${one.relation}`)} />
            ))}
            {successors.map((one) => (
              <Related key={one.id} id={one.id} number={one.number} words={t(`inverse.${one.relation}`)} />
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  );
}

const reservations = [
  'general',
  'scrutiny',
  'parliamentaryScrutiny',
  'waiting',
  'linguistic',
  'other',
] as const;
const reservationKind = (kind: string) => reservations.find((one) => one === kind) ?? 'other';

function Said({ who, what, about, words }: { who: string; what: string; about?: string; words: string }) {
  return (
    <div className="border-t border-line py-2">
      <p>
        <span className="font-semibold">{who}</span> <span className="text-ink-2">{what}</span>
        {about ? <span className="text-ink-2">, {about}</span> : null}
      </p>
      {words ? <p className="mt-1 whitespace-pre-line wrap-anywhere">{words}</p> : null}
    </div>
  );
}

function Related({ id, number, words }: { id: string; number: string; words: string }) {
  return (
    <li className="border-t border-line py-1.5">
      <span className="text-ink-2">{words}</span>{' '}
      <Link href={paths.decision(id)} className="text-accent underline tabular-nums">
        {number}
      </Link>
    </li>
  );
}

/** The nations it binds, with when each said that it had the text; in a meeting nobody had to. */
export function Bound({ decision: { sheet } }: Props) {
  const t = useTranslations('decisions.sheet');
  const clock = useClock();
  const time = useSheetTime(sheet.body.timeZone);
  const silence = sheet.procedure.kind === 'silence';
  return (
    <Part id="bound" title={t('bound')}>
      <ul>
        {sheet.bound.map(({ code, nameEn, nameFr, acknowledgedAt }) => (
          <li key={code} className="flex flex-wrap justify-between gap-x-6 border-t border-line py-1.5">
            <span>
              <span className="inline-block w-12 font-semibold">{code}</span>{' '}
              {clock.locale === 'fr' ? nameFr : nameEn}
            </span>
            {silence ? (
              <span className="text-sm text-ink-2">
                {acknowledgedAt ? t('acknowledged', { at: time(acknowledgedAt) }) : t('notAcknowledged')}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}

/** Every version there was, and what proves the last one to be what was agreed. */
export function Proof({ decision }: Props) {
  const t = useTranslations('decisions.sheet');
  const time = useSheetTime(decision.sheet.body.timeZone);
  const { hash, previous, signature, sheet } = decision;
  const rows = [
    [t('hash'), hash],
    [t('previous'), /^0+$/.test(previous) ? t('noPrevious') : previous],
    [t('signature'), signature.value],
    [t('fingerprint'), signature.fingerprint],
  ] as const;
  return (
    <Part id="proof" title={t('proof')}>
      <dl>
        {rows.map(([label, value]) => (
          <div key={label} className="border-t border-line py-1.5">
            <dt className="text-sm text-ink-2">{label}</dt>
            <dd className="font-mono text-sm wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      <h3 className="mt-5 mb-1">{t('versions')}</h3>
      <ul>
        {sheet.versions.map((one) => (
          <li key={one.number} className="border-t border-line py-1.5">
            {t('version', { number: one.number, at: time(one.madeAt) })}
            <span className="block font-mono text-sm text-ink-2 wrap-anywhere">{one.hash}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
