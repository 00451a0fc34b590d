/** How a state is drawn: the mark and the words say it, the colour repeats it. */
export type Look = { mark: string; className: string };

export const good: Look = { mark: '✓', className: '' };
export const warn: Look = { mark: '◐', className: 'bg-warn-wash text-warn' };
export const bad: Look = { mark: '✕', className: 'bg-bad-wash font-medium text-bad' };
export const none: Look = { mark: '', className: 'text-ink-3' };
