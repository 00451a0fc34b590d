import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import type { Beside } from './types.ts';

/** Where a paragraph stands: reserved by whom, or agreed and when; nothing where it is open. */
export function BesideParagraph({ id, beside }: { id: string; beside: Beside | null }) {
  const t = useTranslations('texts.standing');
  const clock = useClock();
  if (!beside) return null;
  const reserved = reservedOf(beside, id);
  const standing = beside.standings[id];
  return (
    <>
      {reserved.length > 0 ? <Tag tone="warn">{t('reservations', { count: reserved.length })}</Tag> : null}
      {reserved.map((one) => (
        <span key={one.id} className="block">
          {one.expectedLift
            ? t('reservedUntil', {
                nation: one.nation.name,
                kind: t(`kinds.${one.kind}`),
                when: clock.date(one.expectedLift, 'medium'),
              })
            : t('reservedBy', { nation: one.nation.name, kind: t(`kinds.${one.kind}`) })}
        </span>
      ))}
      {standing?.standing === 'agreed' && reserved.length === 0
        ? t('agreed', { when: clock.date(standing.at) })
        : null}
      {standing?.standing === 'adReferendum' && reserved.length === 0 ? t('adReferendum') : null}
    </>
  );
}

/** The reservations on a paragraph; one about the whole text stands with the nations, not at each paragraph. */
export function reservedOf(beside: Beside | null, id: string) {
  return (beside?.reserved ?? []).filter((one) => one.paragraphIds.includes(id));
}
