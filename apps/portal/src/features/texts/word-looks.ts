/** How words that were written or struck look. */
export const runLooks = {
  added:
    'bg-added px-px text-ink underline decoration-[1.5px] underline-offset-3 [box-decoration-break:clone]',
  removed: 'bg-removed px-px text-ink line-through [box-decoration-break:clone]',
} as const;

/** How a character that would hide looks, and the name it is given. */
export const oddLooks = {
  piece: 'rounded-sm border border-warn bg-warn-wash px-0.5 text-warn',
  name: 'ms-0.5 whitespace-nowrap align-super text-[0.62rem] font-semibold',
} as const;
