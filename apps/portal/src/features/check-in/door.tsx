'use client';

import { showCode } from '@concord/api/features/check-in/rules';
import { useLocale, useTimeZone, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import { DoorCamera } from './door-camera.tsx';
import { DoorPeople } from './door-people.tsx';
import { DoorTold } from './door-told.tsx';
import { CAMERA_HASH } from './use-camera.ts';
import { useDoor } from './use-door.ts';

/** The door of an exercise: a badge is shown or typed, and the person is in. It goes on without a network. */
export function Door({ code, exerciseId }: { code: string; exerciseId: string }) {
  const t = useTranslations('checkIn');
  const door = useDoor({ code, exerciseId });
  const [kind, setKind] = useState<'in' | 'out'>('in');
  const { note } = door;
  useEffect(() => {
    // A camera that read a badge opens this page at its code.
    const take = () => {
      if (location.hash.length < 2 || location.hash === CAMERA_HASH) return;
      const shown = location.hash;
      history.replaceState(null, '', location.pathname);
      void note(shown, 'in');
    };
    take();
    addEventListener('hashchange', take);
    return () => removeEventListener('hashchange', take);
  }, [note]);
  const expected = door.people.filter(({ seat }) => seat);
  return (
    <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      {/* With the camera on, what it noted stands right below the picture. */}
      <div className="group flex flex-col gap-5">
        <RadioGroup
          name="kind"
          legend={t('kind')}
          value={kind}
          onChange={setKind}
          options={(['in', 'out'] as const).map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <DoorCamera onCode={(shown) => void note(shown, kind)} />
        <div className="group-has-[video]:order-2">
          <CodeForm onCode={(typed) => note(typed, kind)} />
        </div>
        <div className="group-has-[video]:order-1">
          <DoorTold told={door.told} />
        </div>
        <div className="group-has-[video]:order-3">
          <DoorState door={door} />
        </div>
      </div>
      <section aria-labelledby="expected">
        <h2 id="expected" className="mb-2">
          {t('inOf', {
            in: expected.filter(({ state }) => state === 'in').length,
            all: expected.length,
          })}
        </h2>
        <DoorPeople people={door.people} onShown={(badge) => note(badge, kind)} kind={kind} />
      </section>
    </div>
  );
}

function CodeForm({ onCode }: { onCode: (typed: string) => Promise<void> }) {
  const t = useTranslations('checkIn');
  const input = useRef<HTMLInputElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => {
    setAlive(true);
    input.current?.focus();
  }, []);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const field = input.current;
    if (!field || field.value.trim() === '') return;
    const typed = field.value;
    field.value = '';
    field.focus();
    await onCode(typed);
  }
  return (
    <form onSubmit={submit}>
      <label htmlFor="badge" className="mb-1 block font-semibold">
        {t('code')}
      </label>
      <p id="badge-note" className="mb-2 text-sm text-ink-2">
        {t('codeNote')}
      </p>
      <div className="flex gap-2">
        <input
          ref={input}
          id="badge"
          name="badge"
          aria-describedby="badge-note"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={300}
          className="block min-w-0 flex-1 rounded-md border border-line-field bg-paper px-3 py-3 text-xl tracking-wider uppercase"
        />
        <Button type="submit" look="primary" disabled={!alive}>
          {t('note')}
        </Button>
      </div>
    </form>
  );
}

/** What this door knows, since when, and what it has not told yet. */
function DoorState({ door }: { door: ReturnType<typeof useDoor> }) {
  const t = useTranslations('checkIn');
  const locale = useLocale() as Locale;
  const zone = useTimeZone() ?? 'UTC';
  const { since, trouble, waiting, strange, ready } = door;
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3 text-sm text-ink-2">
      <div role="status">
        {trouble ? (
          <p className="border-l-3 border-warn pl-3 font-medium text-warn">{t(`trouble.${trouble}`)}</p>
        ) : null}
        {strange.map((badge) => (
          <p key={badge} className="border-l-3 border-bad pl-3 font-medium text-bad">
            {t('nobodys', { code: showCode(badge) })}
          </p>
        ))}
      </div>
      <p>{waiting > 0 ? t('waiting', { count: waiting }) : t('allTold')}</p>
      <p>
        {since ? t('since', { at: formatInstant(since, { zone, locale, style: 'short' }) }) : t('noList')}
      </p>
      <p>{ready ? t('ready') : t('notReady')}</p>
    </div>
  );
}
