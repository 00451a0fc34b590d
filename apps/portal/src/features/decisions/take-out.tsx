import { useTranslations } from 'next-intl';
import { LinkButton } from '#components/ui/link-button.tsx';

const formats = ['json', 'pdf', 'docx'] as const;

/** The decision as a file: what can be verified, and what is read. */
export function TakeOut({ decisionId }: { decisionId: string }) {
  const t = useTranslations('decisions.takeOut');
  return (
    <section aria-labelledby="take-out" className="no-print">
      <h2 id="take-out" className="mb-2">
        {t('title')}
      </h2>
      <p className="flex flex-wrap gap-2">
        {formats.map((format) => (
          <LinkButton key={format} size="small" href={`/api/decisions/${decisionId}.${format}`} download>
            {t(format)}
          </LinkButton>
        ))}
      </p>
      <p className="mt-2 text-sm text-ink-2">{t('note')}</p>
    </section>
  );
}
