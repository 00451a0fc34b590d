/** The key under which an extension of the whole course stands: no activity has an empty one. */
export const WHOLE_COURSE = '';
