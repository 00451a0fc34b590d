import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { formatList } from '#i18n/format.ts';
import { saidBy } from './said-by.ts';
import type { Nation, Run } from './types.ts';
import { useEnd } from './use-end.ts';

/** Which nations have the text before them, by which channel, and what each has said. Who said nothing is grey. */
export function SilenceNations({ run }: { run: Run }) {
  const t = useTranslations('silence.nations');
  const locale = useLocale();
  const acknowledged = run.nations.filter((one) => one.acknowledgedAt !== null).length;
  if (run.openedAt === null || run.nations.length === 0) return null;
  return (
    <details className="py-2">
      <summary className="font-semibold">{t('summary', { count: run.nations.length, acknowledged })}</summary>
      <ul className="mt-2 grid gap-x-8 border-t border-line md:grid-cols-2 min-[1200px]:grid-cols-3">
        {run.nations.map((nation) => (
          <NationRow key={nation.id} nation={nation} run={run} />
        ))}
      </ul>
      {run.joinedSince.length > 0 ? (
        <p className="mt-2 text-sm text-ink-2">
          {t('joinedSince', {
            count: run.joinedSince.length,
            nations: formatList(
              run.joinedSince.map(({ name }) => name),
              locale,
            ),
          })}
        </p>
      ) : null}
    </details>
  );
}

function NationRow({ nation, run }: { nation: Nation; run: Run }) {
  const t = useTranslations('silence.nations');
  const end = useEnd(run.timeZone);
  const said = saidBy(nation, run);
  return (
    <li className="flex items-baseline justify-between gap-3 border-b border-line py-1.5">
      <span className={nation.mine ? 'min-w-0 font-semibold wrap-anywhere' : 'min-w-0 wrap-anywhere'}>
        {nation.name}
        <span className="block text-xs text-ink-3">
          {nation.acknowledgedAt
            ? t('acknowledged', { when: end(nation.acknowledgedAt, 'short').there })
            : t(nation.servedOtherwise ? 'servedOtherwise' : 'notAcknowledged')}
        </span>
      </span>
      <Tag tone={said === 'broke' ? 'warn' : 'neutral'} marked>
        {t(`said.${said}`)}
      </Tag>
    </li>
  );
}
