/** How a state is drawn: the mark and the words say it, the colour repeats it. Classes of styles/readiness.css. */
export type Look = { mark: string; className: 'good' | 'warn' | 'bad' | 'none' };

export const good: Look = { mark: '✓', className: 'good' };
export const warn: Look = { mark: '◐', className: 'warn' };
export const bad: Look = { mark: '✕', className: 'bad' };
export const none: Look = { mark: '', className: 'none' };
