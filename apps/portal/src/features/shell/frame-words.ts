import type { useTranslations } from 'next-intl';
import type { Locale } from '#i18n/locales.ts';

/** What the frame is written with. */
export type FrameWords = { t: ReturnType<typeof useTranslations<never>>; locale: Locale };
