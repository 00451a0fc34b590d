import type { ReactNode } from 'react';
import { ClientMessages } from '#i18n/client-messages.tsx';
import type { ActivityPage } from './types.ts';
import { UnitOutline } from './unit-outline.tsx';

/** The outline of the course and, beside it, the activity. */
export function UnitFrame({ page, children }: { page: ActivityPage; children: ReactNode }) {
  return (
    <div className="grid gap-y-5 md:-mx-8 md:-my-8 md:px-8 md:py-8 lg:grid-cols-[16.5rem_minmax(0,1fr)] lg:p-0">
      <ClientMessages of={['unit.language']}>
        <UnitOutline page={page} />
      </ClientMessages>
      <article className="min-w-0 lg:px-12 lg:py-8">{children}</article>
    </div>
  );
}
