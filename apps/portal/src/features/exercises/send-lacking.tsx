'use client';

import { SendCourses } from '#features/readiness/send-missing.tsx';
import { api } from '#trpc/client.ts';
import type { Check } from './types.ts';

type Props = {
  roleId: string;
  people: readonly { id: string; name: string; checks: readonly Check[] }[];
  due: string;
  zone: string;
};

/** Sends those of these people who lack a course what the seat asks for. */
export function SendLacking({ roleId, people, due, zone }: Props) {
  const lacking = people.filter(({ checks }) => checks.some(({ met, courseId }) => !met && courseId));
  if (lacking.length === 0) return null;
  return (
    <SendCourses
      people={lacking.map(({ id, name }) => ({ id, name }))}
      due={due}
      zone={zone}
      send={(asked) => api.nominations.sendLacking.mutate({ ...asked, roleId })}
    />
  );
}
