import { useTranslations } from 'next-intl';
import { DueRow } from '#components/ui/due-list.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { TimeLeft } from '#components/ui/time-left.tsx';
import { continuePath } from '#features/course/continue-path.ts';
import { paths } from '#features/paths.ts';
import { Reasons } from './reasons.tsx';
import type { LearningItem, PathItem } from './types.ts';

type Props = {
  item: LearningItem;
  /** The first of all that can be done: its button is the page's one primary button. */
  first: boolean;
};

/** One course: by when, why it is not complete, and the one button to the exact place. */
export function ItemRow({ item, first }: Props) {
  const t = useTranslations('learning');
  const button = buttonOf(item);
  return (
    <DueRow
      due={item.due ? <TimeLeft until={item.due.at} /> : <NoDate />}
      title={
        <Link
          href={paths.course(item.course.slug)}
          lang={item.course.language}
          className="hover:text-accent hover:underline"
        >
          {item.course.title}
        </Link>
      }
      action={
        button ? (
          <LinkButton look={first ? 'primary' : undefined} href={button.href}>
            {t(`act.${button.act}`)}
            <span className="sr-only">: {item.course.title}</span>
          </LinkButton>
        ) : null
      }
    >
      {item.kind === 'path' ? (
        <PathLines item={item} />
      ) : (
        <p>{t(`asked.${item.state}`, { requirement: item.requirement })}</p>
      )}
    </DueRow>
  );
}

function NoDate() {
  return <span className="font-semibold text-ink-3">{useTranslations('learning')('noDate')}</span>;
}

type Button = { act: 'start' | 'continue' | 'answer' | 'revise' | 'first' | 'begin' | 'renew'; href: string };

function buttonOf(item: LearningItem): Button | null {
  if (item.kind === 'required')
    return { act: item.renew ? 'renew' : 'begin', href: paths.course(item.course.slug) };
  const { lacking, step } = item;
  if (lacking) return lacking.slug ? { act: 'first', href: paths.course(lacking.slug) } : null;
  if (!step) return null;
  const reason = item.why.find(({ key }) => key === step.key)?.reason;
  const act =
    reason === 'answering' ? 'answer' : reason === 'returned' ? 'revise' : item.begun ? 'continue' : 'start';
  return { act, href: continuePath(item.course.slug, step) };
}

function PathLines({ item }: { item: PathItem }) {
  const t = useTranslations('learning');
  const { done, total, cohort, due, step, lacking } = item;
  return (
    <>
      <p>
        {t('progress', { done, total })}
        {cohort ? ` · ${cohort}` : null}
        {due?.of ? ` · ${t('dueOf', { title: due.of })}` : null}
      </p>
      {step?.title ? <p>{t('next', { title: step.title })}</p> : null}
      {lacking ? (
        <p>{lacking.title ? t('lacking', { course: lacking.title }) : t('lackingHidden')}</p>
      ) : (
        <Reasons item={item} />
      )}
    </>
  );
}
