/** Whether an Accept-Encoding header offers to read a coding. */
export function reads(header: string | string[] | undefined, coding: string): boolean {
  return String(header ?? '')
    .split(',')
    .map((offer) =>
      offer
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, weight]) => name === coding && !/^q=0(\.0+)?$/.test(weight ?? ''));
}
