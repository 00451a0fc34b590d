import { useLocale, useTranslations } from 'next-intl';
import { RenderedText } from '#components/rendered-text.tsx';
import { languageName } from '#i18n/language-name.ts';
import { WayOn } from './reading.tsx';
import type { ActivityPage } from './types.ts';

/** A video with the browser's own controls, its captions, and its transcript to read instead. */
export function Watching({ page }: { page: ActivityPage }) {
  const t = useTranslations('unit.video');
  const locale = useLocale();
  const { activity, language } = page;
  const { media, text, title } = activity;
  const wanted = media?.captions.find((one) => one.language === language) ?? media?.captions[0];
  return (
    <>
      {media?.video ? (
        // biome-ignore lint/a11y/useMediaCaption: the captions are the tracks below, as far as authors gave any
        <video
          controls
          preload="metadata"
          aria-label={title}
          className="mb-2 aspect-video w-full max-w-3xl rounded-md border border-line bg-wash"
        >
          <source src={media.video.href} type={media.video.mediaType} />
          {media.captions.map((track) => (
            <track
              key={track.language}
              kind="captions"
              src={track.href}
              srcLang={track.language}
              label={languageName(track.language)}
              default={track === wanted && locale === language}
            />
          ))}
          <a href={media.video.href}>{t('download')}</a>
        </video>
      ) : (
        <p className="text-ink-2">{t('none')}</p>
      )}
      {text && text.html !== '' ? (
        <details className="mt-5 max-w-measure">
          <summary className="cursor-pointer font-semibold text-accent">{t('transcript')}</summary>
          <RenderedText id="reading" html={text.html} language={text.language} className="mt-3" />
        </details>
      ) : null}
      <WayOn page={page} />
    </>
  );
}
