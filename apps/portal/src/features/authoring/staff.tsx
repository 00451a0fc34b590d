'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useCommand } from '#commands/use-command.ts';
import { ErrorSummary } from '#components/error-summary.tsx';
import { Button } from '#components/ui/button.tsx';
import { controlLook } from '#components/ui/field.tsx';
import { api } from '#trpc/client.ts';
import type { Publishing } from './types.ts';

type Props = { courseId: string; course: string; staff: Publishing['staff']; manage: boolean };
type Found = { id: string; name: string; party: string };

/** Who looks after a course; managers of training appoint them and end that. */
export function Staff({ courseId, course, staff, manage }: Props) {
  const t = useTranslations('authoring.staff');
  const roles = useTranslations('shell.roles');
  const router = useRouter();
  const dismiss = useCommand(api.authoring.dismiss.mutate);
  return (
    <section aria-labelledby="staff">
      <h2 id="staff" className="mb-2">
        {t('title')}
      </h2>
      <ErrorSummary message={dismiss.message} entries={dismiss.entries} attempt={dismiss.attempt} />
      {staff.length === 0 ? <p className="mb-3 text-ink-2">{t('none')}</p> : null}
      <ul className="mb-4 divide-y divide-line border-y border-line empty:hidden">
        {staff.map(({ id, name, party, role }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <span>
              {name} <span className="text-sm text-ink-2">{party}</span>
              <span className="block text-sm text-ink-2">
                {roles(role === 'courseDirector' ? 'courseDirector' : 'instructor')}
              </span>
            </span>
            {manage ? (
              <Button
                size="small"
                look="quiet"
                disabled={dismiss.pending}
                aria-label={t('endOf', { name })}
                onClick={async () => {
                  if (await dismiss.run({ courseId, appointmentId: id })) router.refresh();
                }}
              >
                {t('end')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {manage ? <Appoint courseId={courseId} course={course} /> : null}
    </section>
  );
}

function Appoint({ courseId, course }: { courseId: string; course: string }) {
  const t = useTranslations('authoring.staff');
  const roles = useTranslations('shell.roles');
  const router = useRouter();
  const id = useId();
  const [found, setFound] = useState<Found[] | null>(null);
  const appoint = useCommand(api.authoring.appoint.mutate);

  async function search(words: string) {
    if (words.trim().length < 2) return setFound(null);
    setFound(await api.authoring.people.query({ course, words: words.trim() }).catch(() => []));
  }

  return (
    <div>
      <ErrorSummary message={appoint.message} entries={appoint.entries} attempt={appoint.attempt} />
      <label htmlFor={id} className="mb-1 block font-semibold">
        {t('find')}
      </label>
      <input
        id={id}
        type="search"
        maxLength={100}
        autoComplete="off"
        onChange={({ target }) => search(target.value)}
        className={controlLook}
      />
      <p role="status" className="mt-1 text-sm text-ink-2 empty:hidden">
        {found?.length === 0 ? t('nobody') : null}
      </p>
      <ul className="mt-1 divide-y divide-line">
        {found?.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
            <span>
              {person.name} <span className="text-sm text-ink-2">{person.party}</span>
            </span>
            <span className="flex gap-1">
              {(['courseDirector', 'instructor'] as const).map((role) => (
                <Button
                  key={role}
                  size="small"
                  disabled={appoint.pending}
                  aria-label={t('appoint', { name: person.name, role: roles(role) })}
                  onClick={async () => {
                    if (await appoint.run({ courseId, personId: person.id, role })) router.refresh();
                  }}
                >
                  {roles(role)}
                </Button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
