import { cx } from './ui/cx.ts';

type Props = { html: string; language?: string; id?: string; className?: string };

/**
 * Text written by people or authors as the API rendered and sanitised it when it was written: the one place where
 * HTML from the database becomes part of a page.
 */
export function RenderedText({ html, language, id, className }: Props) {
  return (
    <div
      id={id}
      lang={language}
      className={cx('prose', className)}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by an allow-list when it was written
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
