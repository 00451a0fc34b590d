import { getTranslations } from 'next-intl/server';
import { serverApi } from '#trpc/server.ts';
import { Languages } from './languages.tsx';
import { Section } from './section.tsx';

/** The languages a person says they work in: roles of exercises ask for them. */
export async function LanguagesSection() {
  const [t, api] = await Promise.all([getTranslations('account.languages'), serverApi()]);
  return (
    <div id="languages">
      <Section title={t('title')}>
        <p className="mb-3 text-ink-2">{t('lead')}</p>
        <Languages known={await api.languages.own()} />
      </Section>
    </div>
  );
}
