import ts from 'typescript-parser';
import { isScript, isTest, type Rule, visit } from './source.ts';

const LETTER = /\p{L}/u;
const SPOKEN = new Set([
  'aria-label',
  'aria-description',
  'aria-roledescription',
  'title',
  'placeholder',
  'alt',
  'label',
]);
const HEX = /#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b/i;
const COLOUR_FUNCTION = /\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\(/i;
const PALETTE =
  /\b(?:bg|text|border|ring|outline|fill|stroke|from|via|to|divide|accent|caret|decoration|shadow)-(?:(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}|white|black)\b/;

function inPortal(path: string): boolean {
  return path.startsWith('apps/portal/src/') && !isTest(path);
}

/** Every visible word is in both languages, so none is written into a component. */
export const noLiteralText: Rule = {
  name: 'no-literal-text',
  applies: (path) => inPortal(path) && path.endsWith('.tsx'),
  check(source, report) {
    visit(source, (node, file) => {
      if (ts.isJsxText(node) && LETTER.test(node.text)) {
        report(
          node.getStart(file),
          `"${node.text.trim().slice(0, 40)}" belongs in messages/en.json and fr.json.`,
        );
      }
      if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText(file))) return;
      const text = literalOf(node.initializer);
      if (text !== undefined && LETTER.test(text)) {
        report(
          node.getStart(file),
          `The words of ${node.name.getText(file)} belong in messages/en.json and fr.json.`,
        );
      }
    });
  },
};

/** Colours come from the tokens, so that dark, print and forced colours follow. */
export const noRawColours: Rule = {
  name: 'no-raw-colours',
  applies: (path) =>
    inPortal(path) && !path.endsWith('styles/tokens.css') && (path.endsWith('.css') || isScript(path)),
  check(source, report) {
    if (source.path.endsWith('.css')) {
      const text = source.text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
      for (const pattern of [HEX, COLOUR_FUNCTION]) {
        for (const found of text.matchAll(new RegExp(pattern, 'gi')))
          report(found.index, rawColour(found[0]));
      }
      return;
    }
    visit(source, (node, file) => {
      if (!ts.isStringLiteralLike(node) && !ts.isTemplateHead(node) && !ts.isTemplateTail(node)) return;
      const whole = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.exec(node.text);
      const found =
        whole ??
        PALETTE.exec(node.text) ??
        COLOUR_FUNCTION.exec(node.text) ??
        /\[#[0-9a-f]{3,8}/i.exec(node.text);
      if (found) report(node.getStart(file), rawColour(found[0]));
    });
  },
};

/** Styles are classes: the content policy and the tokens both want it so. */
export const noInlineStyle: Rule = {
  name: 'no-inline-style',
  applies: (path) => inPortal(path) && path.endsWith('.tsx'),
  check(source, report) {
    visit(source, (node, file) => {
      if (!ts.isJsxAttribute(node) || node.name.getText(file) !== 'style') return;
      // A word is a property of a component of ours: the style attribute itself takes an object.
      if (!node.initializer || !ts.isStringLiteral(node.initializer)) {
        report(node.getStart(file), 'No style attribute: use a class made of tokens.');
      }
    });
  },
};

/** Dates and numbers are worded in one place, always with the zone. */
export const oneFormat: Rule = {
  name: 'one-format',
  applies: (path) =>
    inPortal(path) && isScript(path) && !/i18n\/(format|kept-formats|zone-clock)\.ts$/.test(path),
  check(source, report) {
    visit(source, (node, file) => {
      if (!ts.isPropertyAccessExpression(node)) return;
      const text = node.getText(file);
      if (
        /\.toLocale(Date|Time)?String$/.test(text) ||
        /\bIntl\.(DateTimeFormat|RelativeTimeFormat|NumberFormat)$/.test(text)
      ) {
        report(
          node.getStart(file),
          'Dates and numbers are formatted in i18n/format.ts and zone-clock.ts only.',
        );
      }
    });
  },
};

function literalOf(initializer: ts.JsxAttributeValue | undefined): string | undefined {
  if (!initializer) return undefined;
  if (ts.isStringLiteral(initializer)) return initializer.text;
  const inner = ts.isJsxExpression(initializer) ? initializer.expression : undefined;
  return inner && ts.isStringLiteralLike(inner) ? inner.text : undefined;
}

function rawColour(found: string): string {
  return `${found}: use a colour of styles/tokens.css.`;
}

/** Rules about what people see. */
export const lookRules: readonly Rule[] = [noLiteralText, noRawColours, noInlineStyle, oneFormat];
