import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { RoleSeats } from './types.ts';

/** What a role trains, each thing with the way to it in its framework; who plans may say so. */
export function RoleCompetences({ role, maps }: { role: RoleSeats; maps: boolean }) {
  const t = useTranslations('exercise.role');
  const { competences } = role;
  if (competences.length === 0 && !maps) return null;
  return (
    <div className="text-sm">
      {competences.length > 0 ? <p className="font-semibold">{t('trains')}</p> : null}
      <ul className="list-disc pl-5">
        {competences.map((item) => (
          <li key={item.id}>
            <Link
              href={paths.frameworkItem(item.frameworkId, item.code)}
              className="wrap-anywhere text-accent underline"
            >
              {/* Frameworks are brought in as they were published. */}
              <span lang="en">{item.title}</span>
            </Link>{' '}
            <span className="text-ink-3">{item.code}</span>
          </li>
        ))}
      </ul>
      {maps ? (
        <Link
          href={paths.mapping('exerciseRole', role.id)}
          className="no-print inline-block text-accent underline"
        >
          {t(competences.length > 0 ? 'mapMore' : 'map')}
          <span className="sr-only">: {role.name}</span>
        </Link>
      ) : null}
    </div>
  );
}
