import { useTranslations } from 'next-intl';
import { LinkButton } from './ui/link-button.tsx';

/** Says that there is nothing to read here, without saying why. */
export function NotFoundState() {
  const t = useTranslations('shell.notFound');
  return (
    <>
      <h1 className="mb-2">{t('title')}</h1>
      <p className="mb-6 max-w-measure text-ink-2">{t('body')}</p>
      <LinkButton href="/">{t('action')}</LinkButton>
    </>
  );
}
