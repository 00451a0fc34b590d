import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Mark } from '#components/mark.tsx';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { cx } from '#components/ui/cx.ts';
import { FrameMessages } from '#i18n/client-messages.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** The frame of pages before sign-in and of public proofs: our name, one column, the language; wide where there is a text to read. */
export async function PublicFrame({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  const t = await getTranslations('shell');
  return (
    <FrameMessages>
      <MarkingBanner of="portal" words={{ level: t('publicMarking') }} />
      <div
        className={cx(
          'print-frame mx-auto flex min-h-dvh flex-col px-4 py-[calc(var(--marking-height)+24px)]',
          wide ? 'max-w-[52rem]' : 'max-w-[30rem]',
        )}
      >
        <header className="no-print flex items-center justify-between gap-4 pb-10">
          <a href="/" className="flex items-center gap-2 text-lg font-bold tracking-[-0.01em]">
            <Mark />
            {t('productName')}
          </a>
          <LanguageSwitch />
        </header>
        <main id="content" className="grow">
          {children}
        </main>
      </div>
    </FrameMessages>
  );
}
