import { useTranslations } from 'next-intl';
import { PageHeader } from '#components/page-header.tsx';
import { paths } from '#features/paths.ts';
import { Actions } from './actions.tsx';
import { Publish } from './chair-acts.tsx';
import { Facts } from './facts.tsx';
import { Follow } from './follow.tsx';
import { History } from './history.tsx';
import { AgreedText, Annexes, Bound, Proof } from './sheet.tsx';
import { useSheetTime } from './sheet-time.ts';
import { Sound } from './sound.tsx';
import { TakeOut } from './take-out.tsx';
import type { Decision } from './types.ts';

/** A decision on one page: its words and what belongs to them, and beside them what it is and whether it is sound. */
export function DecisionView({ decision }: { decision: Decision }) {
  const t = useTranslations('decisions');
  const c = useTranslations('consult');
  const facts = useTranslations('decisions.facts');
  const { body, number, sheet } = decision;
  const time = useSheetTime(sheet.body.timeZone);
  return (
    <>
      <PageHeader
        title={sheet.title}
        // What it is cited by stands before a long text, also where the facts come after it.
        lead={`${number} · ${facts(sheet.procedure.kind)} · ${time(sheet.effectiveAt)}`}
        crumbs={[
          { label: c('title'), href: '/consult' },
          { label: body.name, href: paths.body(body.code) },
          { label: t('title'), href: paths.decisions(body.code) },
          { label: number },
        ]}
      />
      <div className="grid gap-x-12 gap-y-8 min-[1080px]:grid-cols-[minmax(0,1fr)_19.75rem]">
        <article aria-label={sheet.title} className="min-w-0">
          <AgreedText decision={decision} />
          <Actions decision={decision} />
          <Annexes decision={decision} />
          <History decision={decision} />
          <Bound decision={decision} />
          <Proof decision={decision} />
        </article>
        <div className="rail flex min-w-0 flex-col gap-8">
          <Sound decision={decision} />
          <Facts decision={decision} />
          <TakeOut decisionId={decision.id} />
          {decision.may.lead ? <ChairActs decision={decision} /> : null}
        </div>
      </div>
    </>
  );
}

function ChairActs({ decision }: { decision: Decision }) {
  const t = useTranslations('decisions.chair');
  const { marking, title } = decision.sheet;
  const publishable = marking.level === 0 && marking.onlyFor.length === 0 && marking.caveats.length === 0;
  return (
    <section aria-labelledby="chair-acts" className="no-print">
      <h2 id="chair-acts" className="mb-2">
        {t('title')}
      </h2>
      <div className="flex flex-col items-start gap-3">
        <Follow decisionId={decision.id} title={title} />
        {decision.may.chair ? (
          <Publish
            decisionId={decision.id}
            number={decision.number}
            published={decision.published}
            publishable={publishable}
          />
        ) : null}
      </div>
    </section>
  );
}
