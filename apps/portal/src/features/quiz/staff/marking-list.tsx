import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';
import { getTranslations } from 'next-intl/server';
import { RenderedText } from '#components/rendered-text.tsx';
import { Link } from '#components/ui/link.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { ClientMessages } from '#i18n/client-messages.tsx';
import { getClock } from '#i18n/clock.ts';
import { MarkForm } from './mark-form.tsx';

type Queue = inferRouterOutputs<AppRouter>['quizzes']['marking'];
type Props = { queue: Queue; address: string; questionId: string | undefined; marked: boolean };

/** Answers to mark, one under the other: whose, what was asked, what they gave, and the judgement beside it. */
export async function MarkingList({ queue, address, questionId, marked }: Props) {
  const t = await getTranslations('quizStaff.mark');
  const to = (change: Record<string, string | undefined>) => {
    const all = { question: questionId, marked: marked ? 'yes' : undefined, ...change };
    const query = new URLSearchParams(Object.entries(all).flatMap(([key, one]) => (one ? [[key, one]] : [])));
    return `${address}?${query}`;
  };
  return (
    <>
      <nav aria-label={t('by')} className="mb-6 flex flex-wrap gap-2">
        <Choice href={to({ question: undefined })} current={!questionId}>
          {t('byPerson')}
        </Choice>
        {queue.questions.map(({ id, name, waiting }) => (
          <Choice key={id} href={to({ question: id })} current={questionId === id}>
            {t('byQuestion', { name, count: waiting })}
          </Choice>
        ))}
        <Choice href={to({ marked: marked ? undefined : 'yes' })} current={marked}>
          {t('markedToo')}
        </Choice>
      </nav>
      {queue.answers.length === 0 ? <p className="text-ink-2">{t('nothing')}</p> : null}
      <ClientMessages of={['quizStaff']}>
        <ol className="divide-y divide-line border-y border-line">
          {queue.answers.map((answer) => (
            <Answer key={`${answer.attemptId} ${answer.questionKey}`} answer={answer} />
          ))}
        </ol>
      </ClientMessages>
      {queue.next ? (
        <p className="mt-6">
          <LinkButton href={to({ after: queue.next })}>{t('more')}</LinkButton>
        </p>
      ) : null}
    </>
  );
}

function Choice({ href, current, children }: { href: string; current: boolean; children: string }) {
  return (
    <Link
      href={href}
      aria-current={current ? 'true' : undefined}
      className="rounded-md border border-line-strong px-3 py-1.5 text-sm font-medium aria-[current]:border-accent aria-[current]:bg-accent-wash aria-[current]:text-accent"
    >
      {children}
    </Link>
  );
}

async function Answer({ answer }: { answer: Queue['answers'][number] }) {
  const [t, clock] = await Promise.all([getTranslations('quizStaff.mark'), getClock()]);
  const { person, submittedAt, prompt, guidance, marker, markedAt } = answer;
  return (
    <li className="grid gap-x-8 gap-y-4 py-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="max-w-measure">
        <h2 className="text-lg">{person.name}</h2>
        <p className="mb-3 text-sm text-ink-2">
          {t('handedIn', { at: clock.at(submittedAt) })}{' '}
          {markedAt && marker ? <Tag>{t('markedBy', { name: marker, at: clock.at(markedAt) })}</Tag> : null}
        </p>
        <RenderedText html={prompt} className="mb-3 text-ink-2" />
        {'text' in answer.answer ? (
          <p className="border-l-3 border-accent-line pl-4 whitespace-pre-wrap wrap-anywhere">
            {answer.answer.text}
          </p>
        ) : null}
        {'files' in answer.answer ? (
          <ul>
            {answer.answer.files.map((fileId, index) => (
              <li key={fileId}>
                <a href={`/api/files/${fileId}`} className="font-medium text-accent hover:underline">
                  {t('file', { number: index + 1 })}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {guidance ? (
          <details className="mt-3 text-sm text-ink-2">
            <summary className="cursor-pointer">{t('guidance')}</summary>
            <p className="mt-1 whitespace-pre-wrap">{guidance}</p>
          </details>
        ) : null}
      </div>
      <MarkForm
        key={markedAt ?? ''}
        attemptId={answer.attemptId}
        questionKey={answer.questionKey}
        outOf={answer.outOf}
        points={answer.points}
        comment={answer.comment}
        seen={markedAt}
      />
    </li>
  );
}
