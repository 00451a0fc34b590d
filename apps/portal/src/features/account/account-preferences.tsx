import { getTranslations } from 'next-intl/server';
import { Preferences } from '#features/shell/preferences.tsx';
import { requireShell } from '#trpc/shell.ts';
import { Section } from './section.tsx';

/** Language, appearance and time zone, as in the person's menu. */
export async function AccountPreferences() {
  const [t, { person }] = await Promise.all([getTranslations('account'), requireShell()]);
  return (
    <Section title={t('preferences')}>
      <div className="max-w-form">
        <Preferences place="account" locale={person.locale} theme={person.theme} zone={person.zone} />
      </div>
    </Section>
  );
}
