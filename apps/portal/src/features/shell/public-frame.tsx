import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { MarkingBanner } from '#components/marking-banner.tsx';
import { markup } from '#components/markup.ts';
import { cx } from '#components/ui/cx.ts';
import { FrameMessages } from '#i18n/client-messages.tsx';
import { mark } from './frame-icons.ts';
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
          <a
            href="/"
            className="flex items-center gap-2 text-lg font-bold tracking-[-0.01em]"
            // biome-ignore lint/security/noDangerouslySetInnerHtml: written by `markup`, which escapes
            dangerouslySetInnerHTML={{ __html: markup`${mark}${t('productName')}`.html }}
          />
          <LanguageSwitch />
        </header>
        <main id="content" className="grow">
          {children}
        </main>
      </div>
    </FrameMessages>
  );
}
