import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';

/** Where something can be seen: here in the portal, or elsewhere, which is said. */
export function Evidence({ address }: { address: string }) {
  const t = useTranslations('lessons.evidence');
  if (address === '') return null;
  if (address.startsWith('/'))
    return (
      <Link href={address} className="text-accent underline">
        {t('here')}
      </Link>
    );
  return (
    <a
      href={address}
      rel="noreferrer noopener"
      target="_blank"
      className="text-accent underline wrap-anywhere"
    >
      {t('elsewhere', { address })}
    </a>
  );
}
