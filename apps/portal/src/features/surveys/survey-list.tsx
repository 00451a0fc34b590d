import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { useClock } from '#i18n/clock.ts';
import { formatInstant } from '#i18n/format.ts';
import type { SurveyList as List } from './types.ts';

const tones = { ahead: 'neutral', open: 'info', closed: 'neutral' } as const;

/** The surveys of an exercise: until when, how many have answered, and whether the reader has. */
export function SurveyList({ list }: { list: List }) {
  const t = useTranslations('surveys');
  const { locale } = useClock();
  const { exercise, surveys } = list;
  const at = (instant: string) => formatInstant(instant, { zone: exercise.timeZone, locale, style: 'short' });
  return (
    <ul className="border-t border-line">
      {surveys.map((survey) => (
        <li key={survey.id} className="border-b border-line py-3">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Link href={paths.survey(exercise.code, survey.id)} className="font-semibold wrap-anywhere">
              {survey.title}
            </Link>
            <Tag tone={tones[survey.state]}>{t(`states.${survey.state}`)}</Tag>
            {survey.taken ? (
              <Tag tone="good" marked>
                {t('taken')}
              </Tag>
            ) : null}
          </p>
          <p className="text-sm text-ink-2">
            {t('when', { from: at(survey.opensAt), to: at(survey.closesAt) })} ·{' '}
            {t('count', { count: survey.count })}
          </p>
        </li>
      ))}
    </ul>
  );
}
