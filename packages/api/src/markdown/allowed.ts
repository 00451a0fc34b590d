import type { Options as Schema } from 'rehype-sanitize';

/**
 * The allow-list. Nothing that runs, styles, embeds or asks for input; no `style`, `class`, `name` or event
 * attribute from outside. `dataMark` carries a random token of this rendering, so that nobody can forge a
 * callout or a mention by writing HTML.
 */
export function allowList(token: string, idPrefix: string): Schema {
  return {
    tagNames: [
      'a', 'aside', 'b', 'blockquote', 'br', 'code', 'dd', 'del', 'details', 'div', 'dl', 'dt', 'em',
      'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'ol', 'p', 'pre', 'q', 's', 'samp',
      'section', 'small', 'span', 'strong', 'sub', 'summary', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th',
      'thead', 'tr', 'tt', 'u', 'ul', 'var', 'input',
    ],
    attributes: {
      '*': ['lang', 'dir', 'title', ['dataMark', new RegExp(`^${token}:`)]],
      a: ['href', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy', 'ariaLabel'],
      code: [['className', /^language-[\w+#-]{1,40}$/]],
      h2: [['id', 'footnote-label'], ['className', 'sr-only']],
      img: ['src', 'alt', ['width', /^\d{1,4}$/], ['height', /^\d{1,4}$/]],
      input: [['type', 'checkbox'], 'checked', ['disabled', true]],
      li: ['id', 'value'],
      ol: ['start', 'reversed'],
      section: ['dataFootnotes', ['className', 'footnotes']],
      td: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan'],
      th: [['align', 'left', 'center', 'right'], 'colSpan', 'rowSpan', ['scope', 'col', 'row']],
    },
    ancestors: {
      li: ['ol', 'ul'],
      tbody: ['table'], td: ['table'], tfoot: ['table'], th: ['table'], thead: ['table'], tr: ['table'],
      summary: ['details'],
    },
    required: { input: { disabled: true, type: 'checkbox' } },
    // Links and image sources are judged afterwards, by rules of our own.
    protocols: {},
    clobber: ['ariaDescribedBy', 'id'],
    clobberPrefix: idPrefix,
    strip: [
      'script', 'style', 'svg', 'math', 'iframe', 'object', 'embed', 'noscript', 'template', 'textarea', 'select',
      'title', 'xmp', 'plaintext', 'noembed', 'noframes', 'audio', 'video', 'canvas',
    ],
  };
}
