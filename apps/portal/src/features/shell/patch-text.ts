/**
 * Makes an element say what another says, and touches nothing that says it already: who stands on one of its links stays
 * there, and a panel that is open stays open. Attributes that only the first has were given to it in the browser.
 */
export function patchText(shown: Element, wanted: Element): void {
  for (const { name, value } of wanted.attributes)
    if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
  const before = [...shown.childNodes];
  const after = [...wanted.childNodes];
  const alike =
    before.length === after.length && before.every(({ nodeName }, at) => nodeName === after[at]?.nodeName);
  if (!alike) shown.replaceChildren(...after);
  else
    for (const [at, node] of before.entries()) {
      const other = after[at];
      if (node instanceof Element && other instanceof Element) patchText(node, other);
      else if (other && node.nodeValue !== other.nodeValue) node.nodeValue = other.nodeValue;
    }
}
