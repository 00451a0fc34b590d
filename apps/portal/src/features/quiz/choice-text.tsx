/** The words of a choice, rendered and sanitised when they were imported; inline, since they stand in a label. */
export function ChoiceText({ html }: { html: string }) {
  return (
    <span
      className="min-w-0 wrap-anywhere [&_p]:inline"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised by an allow-list when it was written
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
