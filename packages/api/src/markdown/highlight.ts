import type { Element, ElementContent, Root } from 'hast';
import { common, createLowlight } from 'lowlight';
import { SKIP, visit } from 'unist-util-visit';

const lowlight = createLowlight(common);

/** Longer code is shown without colours: nobody reads it for its syntax, and colouring costs time. */
const LONGEST = 20_000;

/** Colours fenced code that names a language we know: classes only, so that no style has to pass the policy. */
export function highlightCode(tree: Root): void {
  visit(tree, 'element', (node, _index, parent) => {
    if (node.tagName !== 'code' || parent?.type !== 'element' || parent.tagName !== 'pre') return undefined;
    const language = languageOf(node);
    const code = textOf(node.children);
    if (language === null || code.length > LONGEST) return SKIP;
    node.children = lowlight.highlight(language, code).children as ElementContent[];
    return SKIP;
  });
}

function languageOf(node: Element): string | null {
  const names = Array.isArray(node.properties.className) ? node.properties.className : [];
  const found = names.map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find((name) => name);
  return found && lowlight.registered(found.toLowerCase()) ? found.toLowerCase() : null;
}

function textOf(children: ElementContent[]): string {
  return children.map((child) => (child.type === 'text' ? child.value : '')).join('');
}
