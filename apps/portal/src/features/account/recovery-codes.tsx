import { useTranslations } from 'next-intl';

/** Recovery codes as they are copied or printed. */
export function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  const t = useTranslations('account.factor');
  return (
    <ul
      aria-label={t('codes')}
      className="grid max-w-form gap-x-8 gap-y-1 rounded-md border border-line-strong bg-wash px-4 py-3 font-mono sm:grid-cols-2"
    >
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
  );
}
