import { useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { useClock } from '#i18n/clock.ts';
import type { MyExercise } from './types.ts';

type Props = { door: NonNullable<MyExercise['door']> };

/** The person's code for the door: a square for a camera, and the same in letters for a hand. */
export function OwnDoor({ door }: Props) {
  const t = useTranslations('joining.door');
  const clock = useClock();
  return (
    <section aria-labelledby="door">
      <h2 id="door" className="mb-2 text-base">
        {t('title')}
      </h2>
      <svg
        viewBox={`-2 -2 ${door.qr.size + 4} ${door.qr.size + 4}`}
        role="img"
        aria-label={t('square')}
        className="w-40 rounded-sm bg-image-ground"
      >
        <path d={door.qr.path} className="fill-image-ink" />
      </svg>
      <p className="mt-2 text-xl font-semibold tracking-wider">{door.badge}</p>
      <p className="text-sm text-ink-2">{t('note')}</p>
      {door.state && door.since ? (
        <p className="mt-2">
          <Tag tone={door.state === 'in' ? 'good' : 'neutral'} marked>
            {t(`states.${door.state}`, { at: clock.due(door.since) })}
          </Tag>
        </p>
      ) : null}
    </section>
  );
}
