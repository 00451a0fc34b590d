'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { toast } from '#components/ui/toast.ts';
import { languageName } from '#i18n/language-name.ts';

type Props = { languages: readonly string[]; language: string; enrolmentId: string | null };

/** Reads the same page in another language, for good when one is enrolled. */
export function LanguageSwitch({ languages, language, enrolmentId }: Props) {
  const t = useTranslations('unit.language');
  const router = useRouter();
  const pathname = usePathname();
  const [pending, startTransition] = useTransition();
  if (languages.length < 2) return null;

  function choose(wanted: string) {
    startTransition(async () => {
      if (enrolmentId === null) return router.replace(`${pathname}?language=${wanted}`, { scroll: false });
      try {
        const { api } = await import('#trpc/client.ts');
        const input = { commandId: crypto.randomUUID(), enrolmentId, language: wanted };
        await api.enrolments.chooseLanguage.mutate(input);
        router.refresh();
      } catch {
        toast(t('failed'));
      }
    });
  }

  return (
    <ul aria-label={t('label')} aria-busy={pending} className="flex flex-wrap gap-x-3">
      {languages.map((tag) => (
        <li key={tag} lang={tag}>
          {tag === language ? (
            <span aria-current="true" className="inline-block py-0.5">
              {languageName(tag)}
            </span>
          ) : (
            <button
              type="button"
              disabled={pending}
              onClick={() => choose(tag)}
              className="py-0.5 font-semibold text-accent hover:underline disabled:opacity-55"
            >
              {languageName(tag)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
