import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { type learnPages, paths } from '#features/paths.ts';
import { LearnTabs } from './learn-tabs.tsx';

type Props = {
  exercise: { code: string; name: string };
  current: (typeof learnPages)[number];
  title: string;
  lead?: string;
  actions?: ReactNode;
  /** Further up than the exercise: where a page below one of the tabs belongs. */
  crumb?: { label: string; href: string };
  /** What the reader finds beside this page; without it, all of them. */
  beside?: { joined: boolean; report: boolean };
  children: ReactNode;
};

/** A page about what an exercise shows: its head, and the tabs of what follows. */
export function LearnPage({ exercise, current, title, lead, actions, crumb, beside, children }: Props) {
  const t = useTranslations('lessons');
  return (
    <>
      <PageHeader
        title={title}
        lead={lead}
        crumbs={[
          { label: t('section'), href: '/exercise' },
          { label: exercise.name, href: paths.exercise(exercise.code) },
          ...(crumb ? [crumb] : []),
        ]}
        actions={actions}
      />
      <LearnTabs code={exercise.code} current={current} beside={beside} />
      {children}
    </>
  );
}
