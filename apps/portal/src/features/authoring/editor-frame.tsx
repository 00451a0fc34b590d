import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PageHeader } from '#components/page-header.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { paths } from '#features/paths.ts';
import type { Editor } from './types.ts';

type Props = { editor: Editor; at: 'outline' | 'about' | 'publish'; children: ReactNode };

/** The head of a course's editor: which version it is, its three views, and the way to see it as a learner. */
export function EditorFrame({ editor, at, children }: Props) {
  const t = useTranslations('authoring');
  const { course, draft, published, units, title } = editor;
  const first = units.flatMap(({ activities }) => activities)[0];
  return (
    <>
      <PageHeader
        title={<span lang={course.sourceLanguage}>{title}</span>}
        lead={
          draft
            ? t('frame.draft', { number: draft.number })
            : t('frame.published', { number: published?.number ?? 0 })
        }
        crumbs={[{ label: t('mine.title'), href: paths.writing() }]}
        actions={
          <>
            {published ? <LinkButton href={paths.course(course.slug)}>{t('frame.course')}</LinkButton> : null}
            {draft && first ? (
              <LinkButton href={paths.preview(course.slug, first.key)}>{t('frame.preview')}</LinkButton>
            ) : null}
          </>
        }
      />
      <Tabs
        label={t('frame.views')}
        tabs={[
          { href: paths.edit(course.slug), label: t('frame.outline'), current: at === 'outline' },
          { href: paths.editAbout(course.slug), label: t('frame.about'), current: at === 'about' },
          { href: paths.publishing(course.slug), label: t('frame.publish'), current: at === 'publish' },
        ]}
      />
      {children}
    </>
  );
}
