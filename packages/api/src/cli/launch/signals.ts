/** How soon a second Ctrl-C counts as impatience: terminals, npm and the launcher may each pass on the first one. */
const ONE_AND_THE_SAME = 1000;

/** Resolves when the operator, the system or the vanished launcher asks to stop; asked again later, it ends at once. */
export function askedToStop(): Promise<string> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const ask = (why: string) => {
      if (first === undefined) {
        first = Date.now();
        resolve(why);
      } else if (Date.now() - first > ONE_AND_THE_SAME) {
        process.exit(1);
      }
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => ask(signal));
    process.once('disconnect', () => ask('the launcher is gone'));
    process.channel?.unref();
  });
}
