/** What is wrong with captions, and on which line. */
export type CaptionProblem = {
  code: 'header' | 'timing' | 'order' | 'backwards' | 'text' | 'none';
  line: number;
};

const STAMP = String.raw`(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})`;
const TIMING = new RegExp(String.raw`^${STAMP}[ \t]+-->[ \t]+${STAMP}(?:[ \t]+\S.*)?$`);

/** The first problem of a WebVTT file, by line, or null: a header, then cues with times that go forward and words. */
export function captionProblem(captions: string): CaptionProblem | null {
  const lines = captions.replace(/^\ufeff/, '').split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? '')) return { code: 'header', line: 1 };
  let [cues, lastStart] = [0, 0];
  for (const block of blocksOf(lines)) {
    if (/^(?:NOTE|STYLE|REGION)(?:[ \t]|$)/.test(block.lines[0] ?? '')) continue;
    const at = /-->|^\s*\d+:\d/.test(block.lines[0] ?? '') ? 0 : 1;
    const line = block.from + at;
    const times = TIMING.exec(block.lines[at] ?? '');
    if (!times) return { code: 'timing', line: Math.min(line, block.from + block.lines.length - 1) };
    const [start, end] = [millis(times.slice(1, 5)), millis(times.slice(5, 9))];
    if (end <= start) return { code: 'backwards', line };
    if (start < lastStart) return { code: 'order', line };
    if (block.lines.length <= at + 1) return { code: 'text', line };
    const second = block.lines.findIndex((text, index) => index > at && text.includes('-->'));
    if (second > 0) return { code: 'timing', line: block.from + second };
    lastStart = start;
    cues += 1;
  }
  return cues === 0 ? { code: 'none', line: lines.length } : null;
}

/** Stretches of lines between empty ones, after the header; `from` counts from one. */
function blocksOf(lines: readonly string[]): { from: number; lines: string[] }[] {
  const blocks: { from: number; lines: string[] }[] = [];
  let inside = false;
  const body = lines.findIndex((line, index) => index > 0 && line.trim() === '');
  for (let index = body < 0 ? lines.length : body; index < lines.length; index += 1) {
    const line = lines[index] ?? '';
    if (line.trim() === '') inside = false;
    else if (inside) blocks.at(-1)?.lines.push(line);
    else {
      blocks.push({ from: index + 1, lines: [line] });
      inside = true;
    }
  }
  return blocks;
}

function millis([hours, minutes, seconds, rest]: (string | undefined)[]): number {
  return ((Number(hours ?? 0) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest);
}
