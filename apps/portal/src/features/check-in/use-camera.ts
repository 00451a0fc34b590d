import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { look, type Seen } from './camera-rules.ts';

type Detector = { detect: (of: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type DetectorKind = {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats: () => Promise<string[]>;
};
type Policy = { allowsFeature: (name: string) => boolean };

/** How a browser reads codes by itself; many do not, and there the code is typed. */
const kind = () => (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector;
/** Whether this document may ask for the camera: one that was reached from another page may not yet. */
const allowed = () =>
  (document as { featurePolicy?: Policy }).featurePolicy?.allowsFeature('camera') !== false;

/** By this part of its address the page begins with the camera on. */
export const CAMERA_HASH = '#camera';
const EVERY_MS = 150;

export type Camera = {
  /** Whether the device can: the button shows. */
  able: boolean;
  on: boolean;
  refused: boolean;
  video: RefObject<HTMLVideoElement | null>;
  start: () => void;
  stop: () => void;
};

/** The camera of the device as a reader of badges: says each code once when it is shown. Nothing it sees is kept or sent. */
export function useCamera(onCode: (shown: string) => void): Camera {
  const video = useRef<HTMLVideoElement>(null);
  const [able, setAble] = useState(false);
  const [state, setState] = useState<'off' | 'on' | 'refused'>('off');
  const told = useRef(onCode);
  useEffect(() => {
    told.current = onCode;
  }, [onCode]);
  const start = useCallback(() => {
    if (allowed() || location.hash === CAMERA_HASH) return setState('on');
    // A document of the door's own may: the page is loaded anew, and begins with the camera.
    history.replaceState(null, '', `${location.pathname}${CAMERA_HASH}`);
    location.reload();
  }, []);
  const stop = useCallback(() => {
    history.replaceState(null, '', location.pathname);
    setState('off');
  }, []);
  useEffect(() => {
    void kind()
      ?.getSupportedFormats()
      .then((formats) => {
        const can = formats.includes('qr_code') && Boolean(navigator.mediaDevices?.getUserMedia);
        setAble(can);
        if (can && location.hash === CAMERA_HASH) start();
      });
  }, [start]);
  useEffect(() => {
    if (state !== 'on') return;
    return watch(video, {
      onShown: (value) => told.current(value),
      onRefused: () => setState('refused'),
    });
  }, [state]);
  return { able, on: state === 'on', refused: state === 'refused', video, start, stop };
}

type Told = { onShown: (value: string) => void; onRefused: () => void };

/** Looks through the camera until it is told to stop. */
function watch(video: RefObject<HTMLVideoElement | null>, { onShown, onRefused }: Told): () => void {
  const Kind = kind();
  let stream: MediaStream | null = null;
  let over = false;
  async function run() {
    const [one, shown] = [Kind && new Kind({ formats: ['qr_code'] }), video.current];
    if (!one || !shown) return;
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (over) return end();
    shown.srcObject = stream;
    await shown.play();
    let last: Seen = null;
    while (!over) {
      const [code] = await one.detect(shown).catch(() => []);
      const seen = look(last, code?.rawValue ?? null, Date.now());
      last = seen.last;
      if (seen.shown !== null) onShown(seen.shown);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }
  function end() {
    over = true;
    for (const track of stream?.getTracks() ?? []) track.stop();
  }
  void run().catch(() => {
    end();
    onRefused();
  });
  return end;
}
