import { labelJson } from './label.ts';
import type { ThreadOnPaper } from './thread.ts';

/** A thread for a machine: the label of all of it, then its entries, each with its own. */
export function threadJson(thread: ThreadOnPaper) {
  const { id, title, body, startedAt, takenOutAt, marking, banner, more, entries } = thread;
  return {
    label: labelJson(banner.label),
    thread: { id, title, body, startedAt, takenOutAt, label: labelJson(marking.label), more },
    entries: entries.map((entry) => ({
      id: entry.id,
      kind: entry.kind,
      at: entry.at,
      by: entry.by,
      /** Of all that is read of the entry; where parts are marked apart, each has its own. */
      label: labelJson(entry.whole.label),
      text: entry.source,
      ...(entry.parts.length > 0 && {
        parts: entry.parts.map(({ marking, source }) => ({ label: labelJson(marking.label), text: source })),
      }),
      files: entry.files,
    })),
  };
}
