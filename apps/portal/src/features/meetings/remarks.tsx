'use client';

import { remarkIs } from '@concord/api/features/meetings/rules';
import { useLocale, useTranslations } from 'next-intl';
import { Tag } from '#components/ui/tag.tsx';
import { formatInstant } from '#i18n/format.ts';
import { AnswerRemark, MakeRemark, TakeBackRemark } from './remark-acts.tsx';
import type { Remark } from './types.ts';

type Props = {
  meetingId: string;
  /** The item they are on; null for the whole record. */
  itemId: string | null;
  about: string;
  zone: string;
  remarks: readonly Remark[];
  can: { remark: boolean; answer: boolean };
  /** Whether the end has passed, so that a remark is late. */
  over: boolean;
};

/** The remarks on an item or on the whole, with what came of each; and what the person may say to them. */
export function Remarks({ meetingId, itemId, about, zone, remarks, can, over }: Props) {
  const t = useTranslations('meetings.remarks');
  if (remarks.length === 0 && !can.remark) return null;
  return (
    <div className="mt-3">
      {remarks.length > 0 ? (
        <ul aria-label={t('of', { title: about })} className="flex flex-col gap-3">
          {remarks.map((remark) => (
            <li key={remark.id} className="border-l-3 border-line pl-3">
              <Words remark={remark} zone={zone} />
              <div className="no-print mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
                {remark.mayTakeBack ? <TakeBackRemark remarkId={remark.id} about={about} /> : null}
                {can.answer && remark.standing ? (
                  <AnswerRemark remark={remark} about={`${remark.nation.name}, ${about}`} />
                ) : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      {can.remark ? (
        <div className="no-print mt-2">
          <MakeRemark meetingId={meetingId} itemId={itemId} about={about} over={over} />
        </div>
      ) : null}
    </div>
  );
}

function Words({ remark, zone }: { remark: Remark; zone: string }) {
  const t = useTranslations('meetings.remarks');
  const locale = useLocale();
  const is = remarkIs(remark);
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <strong>{remark.nation.name}</strong>
        <Tag tone={is === 'standing' ? 'warn' : 'neutral'}>{t(`is.${is}`)}</Tag>
        <span className="text-sm text-ink-2">
          {formatInstant(remark.madeAt, { zone, locale, style: 'short' })}
        </span>
      </p>
      <p className="max-w-measure whitespace-pre-line wrap-anywhere">{remark.words}</p>
      {remark.answer ? (
        <p className="mt-1 max-w-measure whitespace-pre-line text-ink-2 wrap-anywhere">
          <strong>{t('answerIs')}</strong> {remark.answer}
        </p>
      ) : null}
    </>
  );
}
