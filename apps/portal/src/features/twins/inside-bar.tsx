import { useTranslations } from 'next-intl';
import { LeaveTwin } from './twin-acts.tsx';

type Props = { inside: { code: string; name: string } };

/** On every page while a browser is inside an exercise: that it is, which, and the way out. */
export function InsideBar({ inside }: Props) {
  const t = useTranslations('twins');
  return (
    <div
      role="status"
      className="mb-6 flex flex-wrap items-center justify-between gap-3 rounded-md border-2 border-warn bg-warn-wash px-4 py-2.5"
    >
      <p className="max-w-measure">
        <strong>{t('insideTitle', { code: inside.code })}</strong> {t('insideBody')}
      </p>
      <div className="no-print">
        <LeaveTwin code={inside.code} />
      </div>
    </div>
  );
}

/** The word EXERCISE across every page of a copy, on screen and in print; it is said in words elsewhere. */
export function Watermark({ inside }: Props) {
  const t = useTranslations('twins');
  const word = t('watermark', { code: inside.code });
  return (
    <div aria-hidden="true" className="watermark">
      {Array.from({ length: 12 }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same word, again and again
        <span key={at}>{word}</span>
      ))}
    </div>
  );
}
