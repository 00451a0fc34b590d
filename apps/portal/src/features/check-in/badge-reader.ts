type Detector = { detect: (of: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorKind = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};

/** What a badge says that is before the camera; null where there is none. */
export type BadgeReader = (camera: HTMLVideoElement) => Promise<string | null>;

/** The longer side of a picture that is looked at: a badge held to a camera fills enough of it. */
const LONGEST = 640;

let known: Promise<BadgeReader> | undefined;

/** Reads square codes: by the browser itself where it can, elsewhere by a library, which a door has at hand from the start. */
export function badgeReader(): Promise<BadgeReader> {
  known ??= ofBrowser()
    .then((reader) => reader ?? ofLibrary())
    .catch((error: unknown) => {
      // Not fetched, it is asked for again the next time.
      known = undefined;
      throw error;
    });
  return known;
}

async function ofBrowser(): Promise<BadgeReader | null> {
  const Kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
  const formats = (await Kind?.getSupportedFormats().catch(() => [])) ?? [];
  if (!Kind || !formats.includes('qr_code')) return null;
  const detector = new Kind({ formats: ['qr_code'] });
  return async (camera) => (await detector.detect(camera))[0]?.rawValue ?? null;
}

async function ofLibrary(): Promise<BadgeReader> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const paper = canvas.getContext('2d', { willReadFrequently: true });
  return async (camera) => {
    const scale = Math.min(1, LONGEST / Math.max(camera.videoWidth, camera.videoHeight));
    canvas.width = Math.round(camera.videoWidth * scale);
    canvas.height = Math.round(camera.videoHeight * scale);
    if (!paper || canvas.width === 0 || canvas.height === 0) return null;
    paper.drawImage(camera, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(paper.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // It throws where it finds no code.
      return null;
    }
  };
}
