/** Shows one step with the seconds it has taken: rewritten in place on a terminal, two lines elsewhere. */
export function showStep(title) {
  const begun = Date.now();
  const live = process.stderr.isTTY === true;
  const seconds = () => `${((Date.now() - begun) / 1000).toFixed(1)} s`;
  const draw = (sign, end) =>
    process.stderr.write(`${live ? '\r\u001b[K' : ''}${sign} ${title}  ${seconds()}${end}`);
  if (!live) console.error(`· ${title}`);
  const timer = setInterval(() => (live ? draw('·', '') : draw('·', '\n')), live ? 250 : 15_000);
  const end = (sign) => {
    clearInterval(timer);
    draw(sign, '\n');
  };
  if (live) draw('·', '');
  return { done: () => end('✓'), failed: () => end('✗') };
}
