import { useTranslations } from 'next-intl';
import { releaseWords } from '#features/consult/marking-words.ts';
import type { ThreadAbout } from '#features/consult/types.ts';
import { useClock } from '#i18n/clock.ts';
import { AskWider } from './ask-wider.tsx';
import { CloseThread } from './close-thread.tsx';
import { Members } from './members.tsx';
import { NamePeople } from './name-people.tsx';
import { NarrowThread } from './narrow-thread.tsx';
import { Requests } from './requests.tsx';
import { ThreadHistory } from './thread-history.tsx';

/** All about a thread but what is said in it. */
export function AboutThread({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  const clock = useClock();
  return (
    <div className="flex max-w-[60rem] flex-col gap-10">
      <Readers about={about} />
      <Requests about={about} />
      {about.named ? (
        <section aria-labelledby="named">
          <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
            <h2 id="named">{t('named')}</h2>
            {about.may.name ? (
              <NamePeople threadId={about.id} bodyCode={about.body.code} zone={clock.zones.headquarters} />
            ) : null}
          </div>
          <Members about={about} />
        </section>
      ) : null}
      <State about={about} />
      <section aria-labelledby="history">
        <h2 id="history" className="mb-3">
          {t('history')}
        </h2>
        <ThreadHistory about={about} />
      </section>
    </div>
  );
}

function Readers({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  const m = useTranslations('markings');
  const clock = useClock();
  const marking = about.markings[about.markingId];
  return (
    <section aria-labelledby="readers">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="readers">{t('readers')}</h2>
        {about.may.narrow && marking ? (
          <div className="flex flex-wrap gap-2">
            <NarrowThread threadId={about.id} marking={marking} />
            <AskWider threadId={about.id} bodyCode={about.body.code} marking={marking} />
          </div>
        ) : null}
      </div>
      <p className="max-w-measure">
        <strong>{marking?.levelName}</strong>
        {marking ? ` · ${releaseWords(marking, m, clock.locale)}` : null}
      </p>
      <p className="max-w-measure text-ink-2">
        {t('count', about.readers)} {about.named ? t('whoNamed') : t('whoBody', { body: about.body.name })}
      </p>
    </section>
  );
}

function State({ about }: { about: ThreadAbout }) {
  const t = useTranslations('thread.about');
  const clock = useClock();
  const { closing } = about;
  return (
    <section aria-labelledby="state">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="state">{t('state')}</h2>
        {about.may.lead ? <CloseThread threadId={about.id} closed={closing !== null} /> : null}
      </div>
      {closing ? (
        <>
          <p>{t('closedBy', { by: closing.by, when: clock.at(closing.at) })}</p>
          <p className="max-w-measure whitespace-pre-line text-ink-2 wrap-anywhere">{closing.reason}</p>
        </>
      ) : (
        <p className="text-ink-2">{t('openState')}</p>
      )}
    </section>
  );
}
