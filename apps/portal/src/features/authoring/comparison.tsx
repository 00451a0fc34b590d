import { useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Tag } from '#components/ui/tag.tsx';
import { paths } from '#features/paths.ts';
import { languageName } from '#i18n/language-name.ts';
import type { Comparison as Compared } from './types.ts';

type Change = Compared['parts'][number];

/** What is different between two versions: parts that came, went, moved, and the words in them. */
export function Comparison({ course, comparison }: { course: string; comparison: Compared }) {
  const t = useTranslations('authoring.compare');
  const { from, to, language, languages, about, parts } = comparison;
  return (
    <>
      <ul aria-label={t('language')} className="mb-5 flex flex-wrap gap-x-4">
        {languages.map((one) => (
          <li key={one} lang={one}>
            {one === language ? (
              <span aria-current="true">{languageName(one)}</span>
            ) : (
              <Link
                href={`${paths.compare(course, from, to)}&language=${one}`}
                className="font-semibold text-accent hover:underline"
              >
                {languageName(one)}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {about.length === 0 && parts.length === 0 ? <p>{t('same')}</p> : null}
      {about.length > 0 ? (
        <section className="mb-6">
          <h2 className="mb-2">{t('about')}</h2>
          <Words words={about} language={language} />
        </section>
      ) : null}
      <ul className="flex flex-col gap-5">
        {parts.map((change) => (
          <li key={`${change.part} ${change.key}`}>
            <PartHead change={change} />
            <Words words={change.words} language={language} />
          </li>
        ))}
      </ul>
    </>
  );
}

const tones = { added: 'good', removed: 'bad', changed: 'neutral' } as const;

function PartHead({ change }: { change: Change }) {
  const t = useTranslations('authoring.compare');
  const known = ['minutes', 'required', 'quiz', 'settings'] as const;
  const facts = known.filter((name) => change.facts.includes(name)).map((name) => t(`facts.${name}`));
  return (
    <div className="mb-1.5 flex flex-wrap items-baseline gap-x-3 gap-y-1">
      <h2 className="text-base wrap-anywhere">{change.title}</h2>
      <span className="text-sm text-ink-2">{t(change.part)}</span>
      <Tag tone={tones[change.change]}>{t(change.change)}</Tag>
      {change.moved ? <Tag tone="info">{t('moved')}</Tag> : null}
      {change.renamedFrom ? (
        <span className="text-sm text-ink-2">{t('renamed', { title: change.renamedFrom })}</span>
      ) : null}
      {facts.length > 0 ? <span className="text-sm text-ink-2">{facts.join(', ')}</span> : null}
    </div>
  );
}

function Words({ words, language }: { words: Change['words']; language: string }) {
  if (words.length === 0) return null;
  return (
    <div
      lang={language}
      className="max-w-3xl rounded-md border border-line px-4 py-3 text-sm/relaxed whitespace-pre-wrap wrap-anywhere"
    >
      {words.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === 'added')
          return (
            <ins key={key} className="bg-added no-underline">
              {text}
            </ins>
          );
        if (kind === 'removed')
          return (
            <del key={key} className="bg-removed">
              {text}
            </del>
          );
        return <span key={key}>{text}</span>;
      })}
    </div>
  );
}
