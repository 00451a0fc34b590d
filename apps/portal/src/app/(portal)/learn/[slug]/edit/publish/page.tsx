import { isKey } from '@concord/api/features/courses/schemas';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { EditorFrame } from '#features/authoring/editor-frame.tsx';
import { Findings } from '#features/authoring/findings.tsx';
import { PublishForm } from '#features/authoring/publish-form.tsx';
import { Staff } from '#features/authoring/staff.tsx';
import { StartVersion } from '#features/authoring/start-version.tsx';
import { Versions } from '#features/authoring/versions.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { serverApi } from '#trpc/server.ts';

type Props = PageProps<'/learn/[slug]/edit/publish'>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('authoring'))('frame.publish') };
}

/** What is missing, publishing, the versions there are, and the course's staff. */
export default async function PublishPage({ params }: Props) {
  const { slug: course } = await params;
  if (!isKey(course)) notFound();
  const api = await serverApi();
  const editor = await api.authoring.course({ course });
  const publishing = await api.authoring.publishing({ course });
  const { id } = editor.course;
  return (
    <EditorFrame editor={editor} at="publish">
      <ClientMessages of={['authoring.start', 'authoring.publish', 'authoring.staff', 'shell.roles']}>
        <div className="grid gap-10 xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex flex-col gap-8">
            {publishing.draft ? (
              <Findings course={course} publishing={publishing} />
            ) : (
              <StartVersion courseId={id} />
            )}
            {publishing.can.publish ? (
              <PublishForm courseId={id} publishing={publishing} first={editor.published === null} />
            ) : null}
            <Versions course={course} versions={publishing.versions} />
          </div>
          <Staff courseId={id} course={course} staff={publishing.staff} manage={publishing.can.staff} />
        </div>
      </ClientMessages>
    </EditorFrame>
  );
}
