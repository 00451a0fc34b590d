/** One step of a longer work as the operator sees it. */
export interface Step {
  /** Replaces what is shown beside the title while it runs. */
  note(text: string): void;
}

const REDRAW_MILLISECONDS = 250;
const REMIND_MILLISECONDS = 15_000;

/** Runs one step and shows its time: rewritten in place on a terminal, a line at the beginning and end elsewhere. */
export async function step<T>(title: string, work: (step: Step) => Promise<T>): Promise<T> {
  const begun = Date.now();
  const live = process.stdout.isTTY === true;
  let note = '';
  const draw = (sign: string, end: string) => {
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    process.stdout.write(
      `${live ? '\r\u001b[K' : ''}${sign} ${title}${note && ` (${note})`}  ${seconds} s${end}`,
    );
  };
  const timer = setInterval(
    () => draw('·', live ? '' : '\n'),
    live ? REDRAW_MILLISECONDS : REMIND_MILLISECONDS,
  );
  timer.unref();
  let sign = '✗';
  try {
    const result = await work({
      note: (text) => {
        note = text;
      },
    });
    sign = '✓';
    return result;
  } finally {
    clearInterval(timer);
    draw(sign, '\n');
  }
}
