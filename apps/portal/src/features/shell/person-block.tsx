import { useLocale, useTranslations } from 'next-intl';
import type { getTranslations } from 'next-intl/server';
import { UpDownIcon } from '#components/icons.tsx';
import type { Shell } from '#trpc/shell.ts';
import { personPanelId } from './person-panel-id.ts';

/** Who is signed in, at the foot of the navigation; opens their settings. */
export function PersonBlock({ shell }: { shell: Shell }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const party = shell.person.party[locale];
  const { person } = shell;
  const [first] = person.appointments;
  return (
    <div className="mt-auto border-t border-line pt-2.5">
      <button
        type="button"
        popoverTarget={personPanelId}
        className="flex w-full items-center justify-between gap-2 rounded-md px-2.5 py-1.5 text-left text-sm leading-[1.35] text-ink-2 hover:bg-paper"
      >
        <span className="min-w-0">
          <b className="block text-ink wrap-anywhere">{person.name}</b>
          <span className="block wrap-anywhere">
            {first ? t('roleOf', { role: roleName(t, first.role), party }) : party}
          </span>
          {first?.of ? <span className="block wrap-anywhere">{first.of[locale]}</span> : null}
        </span>
        <span className="sr-only">{t('personMenu.open')}</span>
        <UpDownIcon />
      </button>
    </div>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations<'shell'>>>;

/** The name of a role, or the role itself where the portal has no word for it yet. */
function roleName(t: Words, role: string): string {
  const key = `roles.${role}` as 'roles.delegate';
  return t.has(key) ? t(key) : role;
}
