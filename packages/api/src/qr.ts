import QRCode from 'qrcode';

/** A square code: so many cells each way, and one path that fills the dark ones. */
export type Qr = { size: number; path: string };

/** Words as a square code that a camera reads. */
export function qrOf(words: string): Qr {
  const { modules } = QRCode.create(words, { errorCorrectionLevel: 'M' });
  const cells = Array.from(modules.data, (dark, index) =>
    dark ? `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z` : '',
  );
  return { size: modules.size, path: cells.join('') };
}
