import { getLocale, getTranslations } from 'next-intl/server';
import { PageHeader } from '#components/page-header.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import type { Party, PersonPage } from '#features/people/types.ts';
import { getClock } from '#i18n/clock.ts';
import { AccessAction } from './access-action.tsx';
import { CorrectPerson } from './correct-person.tsx';

/** Who this is, and what the reader may do with the whole of it. */
export async function PersonHeader({ person, parties }: { person: PersonPage; parties: readonly Party[] }) {
  const [t, people, locale, clock] = await Promise.all([
    getTranslations('person'),
    getTranslations('people'),
    getLocale(),
    getClock(),
  ]);
  const { id, name, can, account, endedAt } = person;
  const party = locale === 'fr' ? person.partyNameFr : person.partyNameEn;
  return (
    <>
      <PageHeader
        crumbs={[{ label: people('title'), href: can.readAccess ? '/people' : undefined }]}
        title={name}
        lead={[person.latinName, person.jobTitle, party].filter(Boolean).join(', ')}
        actions={
          <>
            {can.readCompetences ? (
              <LinkButton href={paths.competences(id)}>{t('competences')}</LinkButton>
            ) : null}
            {can.correct ? (
              <CorrectPerson
                personId={id}
                values={{ ...person, latinName: person.latinName ?? '' }}
                parties={parties}
              />
            ) : null}
            {can.invite && account && account.activatedAt === null ? (
              <AccessAction change={{ kind: 'inviteAgain', personId: id }} about={name} small={false} />
            ) : null}
            {can.end ? (
              <AccessAction change={{ kind: 'end', personId: id }} about={name} small={false} />
            ) : null}
          </>
        }
      />
      <p className="mb-6 flex flex-wrap items-baseline gap-3">
        {endedAt ? <Tag tone="bad">{t('endedOn', { date: clock.date(endedAt) })}</Tag> : null}
        {account && account.activatedAt === null && !endedAt ? <Tag>{people('invited')}</Tag> : null}
        {account ? (
          <a href={`mailto:${account.email}`} className="text-accent hover:underline">
            {account.email}
          </a>
        ) : null}
        {can.end ? (
          <Link href={`/people/record?person=${id}`} className="text-accent hover:underline">
            {t('record')}
          </Link>
        ) : null}
      </p>
    </>
  );
}
