import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { badgeReader } from './badge-reader.ts';
import { look, type Seen } from './camera-rules.ts';

type Policy = { allowsFeature: (name: string) => boolean };

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
    if (!navigator.mediaDevices?.getUserMedia) return;
    // Made ready now: a door that loses its network has its reader.
    void badgeReader().then(
      () => {
        setAble(true);
        if (location.hash === CAMERA_HASH) start();
      },
      // Without it codes are typed.
      () => setAble(false),
    );
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
  let stream: MediaStream | null = null;
  let over = false;
  async function run() {
    const [read, shown] = [await badgeReader(), video.current];
    if (!shown || over) return;
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    if (over) return end();
    shown.srcObject = stream;
    await shown.play();
    let last: Seen = null;
    while (!over) {
      const seen = look(last, await read(shown).catch(() => null), Date.now());
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
