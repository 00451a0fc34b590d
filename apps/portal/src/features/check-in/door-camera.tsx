import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { useCamera } from './use-camera.ts';

/** Reads badges by the camera of the device, where its browser can; elsewhere there is nothing, and the code is typed. */
export function DoorCamera({ onCode }: { onCode: (shown: string) => void }) {
  const t = useTranslations('checkIn.camera');
  const { able, on, refused, video, start, stop } = useCamera(onCode);
  if (!able) return null;
  return (
    <div>
      <Button onClick={on ? stop : start}>{t(on ? 'stop' : 'start')}</Button>
      {refused ? (
        <p role="alert" className="mt-2 border-l-3 border-warn pl-3 font-medium text-warn">
          {t('refused')}
        </p>
      ) : null}
      {on ? (
        <figure className="mt-3">
          <video
            ref={video}
            muted
            playsInline
            aria-label={t('picture')}
            className="block aspect-video w-full rounded-md border border-line bg-raised object-cover"
          />
          <figcaption className="mt-1 text-sm text-ink-2">{t('note')}</figcaption>
        </figure>
      ) : null}
    </div>
  );
}
