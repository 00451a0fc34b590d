import { useTranslations } from 'next-intl';
import type { FrameworkPreview } from './types.ts';

type Problem = FrameworkPreview['problems'][number];

/** What is wrong with a file, or what it holds that is not kept, each with its line. */
export function ImportProblems({ preview: { read, problems, moreProblems } }: { preview: FrameworkPreview }) {
  const t = useTranslations('frameworks.import');
  if (problems.length === 0) return null;
  return (
    <section className="mb-4" aria-labelledby="problems">
      <h2 id="problems" className="mb-1 text-base">
        {read ? t('notices') : t('refused')}
      </h2>
      <ul className="border-t border-line text-sm">
        {problems.map((problem) => (
          <li
            key={`${problem.path} ${problem.detail}`}
            className="flex flex-wrap gap-x-3 border-b border-line py-1.5"
          >
            {problem.line ? <span className="text-ink-3">{t('line', { line: problem.line })}</span> : null}
            {problem.path ? <code className="wrap-anywhere">{problem.path}</code> : null}
            <span className={problem.problem === 'shape' ? 'font-semibold text-bad' : 'text-ink-2'}>
              <Words problem={problem} />
            </span>
          </li>
        ))}
      </ul>
      {moreProblems > 0 ? <p className="text-sm text-ink-2">{t('more', { count: moreProblems })}</p> : null}
    </section>
  );
}

function Words({ problem: { problem, reason, detail } }: { problem: Problem }) {
  const t = useTranslations('frameworks.import');
  if (problem === 'shape') return t(`reason_${reason ?? 'kind'}`);
  return problem === 'notKept'
    ? t('notKept', { count: Number(detail) })
    : t('unknownElement', { type: detail });
}
