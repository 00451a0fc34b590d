import { useTranslations } from 'next-intl';
import type { CoursePage } from './types.ts';

/** Under which licence a course stands, whose work it is and where it came from; what is not known is said so. */
export function Licence({ course: { licence, attribution } }: { course: CoursePage }) {
  const t = useTranslations('course.licence');
  const name = licence === '' ? t('unknown') : licence;
  const licenceUrl = webAddress(attribution?.licenceUrl);
  return (
    <>
      <p>{licenceUrl ? <Outward href={licenceUrl}>{name}</Outward> : name}</p>
      {attribution ? <Origin {...attribution} /> : <p>{t('own')}</p>}
    </>
  );
}

type OriginProps = NonNullable<CoursePage['attribution']>;

function Origin({ title, author, url, note }: OriginProps) {
  const t = useTranslations('course.licence');
  const address = webAddress(url);
  const work = address ? <Outward href={address}>{title}</Outward> : title;
  return (
    <>
      <p>
        {author === ''
          ? t.rich('madeFrom', { work: () => work })
          : t.rich('madeFromBy', { author, work: () => work })}
      </p>
      {note ? (
        <p lang="en" className="mt-1">
          {note}
        </p>
      ) : null}
    </>
  );
}

function Outward({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} rel="noopener noreferrer" className="text-accent underline underline-offset-2">
      {children}
    </a>
  );
}

/** The address when it is one of the web: what an import brought is not trusted to be. */
function webAddress(address: string | undefined): string | null {
  return address && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}
