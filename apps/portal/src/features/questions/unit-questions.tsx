'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Link } from '#components/ui/link.tsx';
import { toast } from '#components/ui/toast.ts';
import { paths } from '#features/paths.ts';
import { AskForm } from './ask-form.tsx';
import { QuestionRows } from './question-rows.tsx';
import { useQuestions } from './use-questions.ts';

type Props = { course: string; courseId: string; activity: string };

/** What learners asked about this part of the course, and the way to ask. */
export function UnitQuestions({ course, courseId, activity }: Props) {
  const t = useTranslations('questions');
  const box = useRef<HTMLElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const { list, failed, load } = useQuestions({ course, courseId, activity }, box);
  const [asking, setAsking] = useState(false);

  function close() {
    setAsking(false);
    setTimeout(() => opener.current?.focus());
  }

  return (
    <section ref={box} aria-labelledby="questions" className="no-print mt-10 max-w-measure">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 id="questions">{t('title')}</h2>
        <Link
          href={paths.courseQuestions(course)}
          className="text-sm font-semibold text-accent hover:underline"
        >
          {t('all')}
        </Link>
      </div>
      <div aria-live="polite" aria-busy={list === null && !failed}>
        {failed ? (
          <p className="flex flex-wrap items-center gap-3 text-ink-2">
            {t('failed')}
            <Button size="small" onClick={load}>
              {t('again')}
            </Button>
          </p>
        ) : null}
        {list === null ? (
          <p className="min-h-6 text-ink-3">{failed ? null : t('loading')}</p>
        ) : list.questions.length === 0 ? (
          <p className="text-ink-2">{t('none')}</p>
        ) : (
          <QuestionRows questions={list.questions} />
        )}
      </div>
      {asking ? (
        <AskForm
          course={course}
          activity={activity}
          onClose={close}
          onDone={() => {
            toast(t('asked'));
            load();
            close();
          }}
        />
      ) : (
        <Button ref={opener} className="mt-4" onClick={() => setAsking(true)}>
          {t('ask.open')}
        </Button>
      )}
    </section>
  );
}
