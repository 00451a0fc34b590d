const BLOCK =
  /<\/?(?:p|div|section|h[1-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|t[dh]|br|hr|dl|d[td])\b[^>]*>/gi;
const ENTITY = /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/gi;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The words of HTML that was rendered here, without its tags: a hundredth of what reading the source again costs. */
export function htmlText(html: string): string {
  return html
    .replace(BLOCK, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(ENTITY, (_, hex?: string, decimal?: string, name?: string) =>
      name === undefined
        ? String.fromCodePoint(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16))
        : (NAMED[name.toLowerCase()] ?? ''),
    )
    .replace(/\s+/g, ' ')
    .trim();
}
