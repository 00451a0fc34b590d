import { CERTAINTIES, CERTAINTY_MARKS } from '@concord/api/features/quizzes/scoring/certainty';
import { useTranslations } from 'next-intl';
import { signedThirds } from '../thirds.ts';

/** What a right and a wrong answer are worth by how sure one was. */
export function CertaintyTable() {
  const t = useTranslations('quiz.sure');
  return (
    <>
      <p className="mt-2 max-w-measure">{t('explanation')}</p>
      <table className="mt-2 text-left tabular-nums">
        <thead>
          <tr>
            {['said', 'right', 'wrong', 'pays'].map((head) => (
              <th key={head} scope="col" className="pr-6 font-semibold">
                {t(`head.${head as 'said'}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {CERTAINTIES.map((one) => (
            <tr key={one} className="border-t border-line">
              <th scope="row" className="py-1 pr-6 font-medium">
                {t(`level.${one}`)}
              </th>
              <td className="pr-6">{signedThirds(CERTAINTY_MARKS[one].right)}</td>
              <td className="pr-6">{signedThirds(CERTAINTY_MARKS[one].wrong)}</td>
              <td className="pr-6">{t(`when.${one}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
