import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import type { Shell } from '#trpc/shell.ts';
import { Preferences } from './preferences.tsx';
import { SignOutButton } from './sign-out-button.tsx';

export const personPanelId = 'person-panel';

/** Language, appearance, time zone, account and the way out: a native popover, closed by Escape or a click outside. */
export function PersonPanel({ shell }: { shell: Shell }) {
  const t = useTranslations('shell.personMenu');
  const locale = useLocale();
  const { person } = shell;
  return (
    <div
      id={personPanelId}
      popover="auto"
      role="dialog"
      aria-label={t('open')}
      className="fixed inset-auto bottom-[calc(var(--marking-height)+var(--bottom-bar-height)+8px)] left-3 m-0 w-72 max-md:w-full max-w-[calc(100vw-24px)] rounded-lg border border-line-strong bg-raised p-4 text-sm text-ink shadow-float"
    >
      <p className="font-semibold text-base wrap-anywhere">{person.name}</p>
      <p className="mb-3 text-ink-2">{person.party[locale]}</p>
      <Preferences place="menu" locale={person.locale} theme={person.theme} zone={person.zone} />
      <div className="mt-3 flex items-center justify-between gap-3 border-t border-line pt-3">
        <Link href="/account" className="font-semibold text-accent hover:underline">
          {t('account')}
        </Link>
        <SignOutButton />
      </div>
    </div>
  );
}
