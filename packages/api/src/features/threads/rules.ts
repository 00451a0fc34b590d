/** For how many hours glass may be broken. */
export const glassHours = [1, 4, 8, 24] as const;
