/**
 * An address whose path can be decoded. One that nothing can decode (`/consult/%E0%A4%A`) names no page: its signs are
 * taken as they stand, so that it is not found, like any other that leads nowhere, instead of failing.
 */
export function legible(address: string): string {
  const end = address.search(/[?#]/);
  const path = end < 0 ? address : address.slice(0, end);
  try {
    decodeURIComponent(path);
    return address;
  } catch {
    return path.replaceAll('%', '%25') + address.slice(path.length);
  }
}
