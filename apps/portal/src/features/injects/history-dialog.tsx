'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '#components/ui/dialog.tsx';
import { formatInstant } from '#i18n/format.ts';
import type { Locale } from '#i18n/locales.ts';
import { api } from '#trpc/client.ts';
import { columns, type Say, shown } from './columns.ts';
import type { History, Inject, Names } from './types.ts';

type Props = { inject: Inject; names: Names; say: Say; locale: Locale };
/** `reached`: by Tab; in a grid that is so in the row one is in. */
type OfProps = Props & { reached: boolean };

/** Which version of an inject stands; pressed, it tells what each changed. */
export function HistoryOf({ reached, ...props }: OfProps) {
  const t = useTranslations('injects.history');
  const [open, setOpen] = useState(false);
  const [history, setHistory] = useState<History | 'failed' | null>(null);
  const { id, number, revision } = props.inject;
  function show() {
    setOpen(true);
    setHistory(null);
    api.injects.history.query({ injectId: id }).then(setHistory, () => setHistory('failed'));
  }
  return (
    <>
      <button
        type="button"
        tabIndex={reached ? 0 : -1}
        onClick={show}
        className="min-h-6 min-w-6 rounded-sm px-1 text-xs font-normal text-ink-2 underline hover:text-accent"
      >
        <span aria-hidden="true">{t('short', { revision })}</span>
        <span className="sr-only">{t('open', { number, revision })}</span>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title={t('title', { number })}>
        {history === null ? <p role="status">{t('loading')}</p> : null}
        {history === 'failed' ? <p role="alert">{t('failed')}</p> : null}
        {history !== null && history !== 'failed' ? <Versions {...props} history={history} /> : null}
      </Dialog>
    </>
  );
}

function Versions({ inject, names, say, locale, history }: Props & { history: History }) {
  const t = useTranslations('injects');
  const { versions } = history;
  const zone = names.exercise.timeZone;
  return (
    <ol className="flex flex-col gap-4" reversed>
      {versions.map((version, index) => {
        const before = versions[index + 1];
        const now = { ...inject, ...version.state };
        const then = before && { ...inject, ...before.state };
        const changed = columns.filter(
          ({ key }) =>
            key !== 'realTime' &&
            then &&
            shown(now, key, names, say, locale) !== shown(then, key, names, say, locale),
        );
        return (
          <li key={version.revision} className="border-t border-line pt-2">
            <p className="font-semibold">{t('history.version', { revision: version.revision })}</p>
            <p className="text-sm text-ink-2">
              {version.by} · {formatInstant(version.at, { zone, locale, style: 'short' })}
            </p>
            {then ? null : <p className="text-sm">{t('history.first')}</p>}
            <dl className="text-sm">
              {changed.map(({ key }) => (
                <div key={key} className="mt-1">
                  <dt className="text-ink-2">{t(`columns.${key}`)}</dt>
                  <dd className="whitespace-pre-line wrap-anywhere">
                    <del className="bg-removed">{then ? shown(then, key, names, say, locale) : ''}</del>{' '}
                    <ins className="bg-added no-underline">{shown(now, key, names, say, locale)}</ins>
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
