import { useTranslations } from 'next-intl';
import { useClock } from '#i18n/clock.ts';
import { AddAction } from './add-action.tsx';
import { FinishAction } from './finish-action.tsx';
import type { Decision } from './types.ts';

type Action = Decision['actions'][number];

/** What follows from a decision: who does what by when. */
export function Actions({ decision }: { decision: Decision }) {
  const t = useTranslations('decisions.actions');
  const { actions, may } = decision;
  if (actions.length === 0 && !may.lead) return null;
  return (
    <section aria-labelledby="actions" className="mb-8">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="actions">{t('title')}</h2>
        {may.lead ? <AddAction decisionId={decision.id} /> : null}
      </div>
      {actions.length === 0 ? (
        <p className="text-ink-2">{t('none')}</p>
      ) : (
        <ul className="border-b border-line">
          {actions.map((action) => (
            <ActionRow key={action.id} action={action} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ActionRow({ action }: { action: Action }) {
  const t = useTranslations('decisions.actions');
  const clock = useClock();
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 border-t border-line py-2.5">
      <div className="max-w-measure min-w-0">
        <p className="whitespace-pre-line wrap-anywhere">{action.what}</p>
        <p className="text-sm text-ink-2">
          <span className="font-semibold">{action.owner}</span>
          {action.doneAt
            ? ` · ✓ ${t('done', { at: clock.date(action.doneAt) })}`
            : action.dueOn
              ? ` · ${t('due', { day: clock.date(`${action.dueOn}T12:00:00Z`) })}`
              : ` · ${t('noDay')}`}
        </p>
      </div>
      {action.mine ? <FinishAction actionId={action.id} what={action.what} /> : null}
    </li>
  );
}
