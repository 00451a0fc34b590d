import { useTranslations } from 'next-intl';
import { Instant } from '#components/ui/instant.tsx';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { Adopt } from './adopt.tsx';
import type { OfText } from './types.ts';
import { Unrefer } from './unrefer.tsx';

type Props = { textId: string; of: OfText };

/** What was decided on a text, each with its number, and which earlier decisions the text is about. Nothing where there is neither. */
export function DecisionLink({ textId, of: { decisions, refersTo, adoptable, mayUnrefer } }: Props) {
  const t = useTranslations('decisions.link');
  if (decisions.length === 0 && refersTo.length === 0 && !adoptable) return null;
  return (
    <div className="mb-5 flex flex-col items-start gap-1">
      {decisions.map((one) => (
        <p key={one.id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-semibold">{t('adopted')}</span>
          <Link href={paths.decision(one.id)} className="font-semibold text-accent underline tabular-nums">
            {one.number}
          </Link>
          <span className="text-ink-2">
            {t(one.procedure)} · <Instant at={one.effectiveAt} />
          </span>
        </p>
      ))}
      {refersTo.map((one) => (
        <p key={one.id} className="text-sm text-ink-2">
          {t(one.relation)}{' '}
          <Link href={paths.decision(one.id)} className="text-accent underline tabular-nums">
            {one.number}
          </Link>{' '}
          {mayUnrefer ? (
            <ClientMessages of={['decisions.unrefer']}>
              <Unrefer textId={textId} decision={one} />
            </ClientMessages>
          ) : null}
        </p>
      ))}
      {adoptable ? (
        <ClientMessages of={['decisions.adopt']}>
          <Adopt textId={textId} version={adoptable} today={adoptable.today} />
        </ClientMessages>
      ) : null}
    </div>
  );
}
