import { useTranslations } from 'next-intl';
import { LinkButton } from './link-button.tsx';

/** Older and newer pages of a list by keyset: no page numbers, since new entries would shift them. */
export function Pagination({ newer, older }: { newer?: string | null; older?: string | null }) {
  const t = useTranslations('common');
  if (!newer && !older) return null;
  return (
    <nav aria-label={t('pages')} className="no-print mt-4 flex justify-between gap-3">
      {newer ? (
        <LinkButton href={newer} rel="prev">
          ← {t('newer')}
        </LinkButton>
      ) : (
        <span />
      )}
      {older ? (
        <LinkButton href={older} rel="next">
          {t('older')} →
        </LinkButton>
      ) : null}
    </nav>
  );
}
