'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';

type Props = { base: number; number: number; onKeep: () => void; onFresh: () => void };

/** Another version was made meanwhile: what is typed is compared with it now, and the chair says how to go on. */
export function Behind({ base, number, onKeep, onFresh }: Props) {
  const t = useTranslations('texts.editor.behind');
  return (
    <section role="alert" className="mb-5 rounded-md border border-warn bg-warn-wash px-4 py-3">
      <p className="font-semibold">{t('title', { number })}</p>
      <p className="mb-3 text-sm">{t('explain', { base, number })}</p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={onKeep}>{t('keep')}</Button>
        <Button onClick={onFresh}>{t('fresh', { number })}</Button>
      </div>
    </section>
  );
}
