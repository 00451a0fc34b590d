import { useTranslations } from 'next-intl';
import { paths } from '#features/paths.ts';
import type { Room } from '#features/texts/types.ts';
import { type Way, WordMenu } from './word-menu.tsx';

/** The ways from a text to files and back, as far as the person has them: to Word, of the version that is shown. */
export function WordWays({ room }: { room: Room }) {
  const t = useTranslations('word.menu');
  const { words } = room;
  if (!words) return null;
  const since = words.changes?.since.number ?? words.number - 1;
  const out = (view: string, label: string): Way => ({
    key: view,
    label,
    file: paths.textWord(room.id, {
      view,
      version: words.number,
      ...(view === 'redline' && { since }),
    }),
  });
  const ways = [
    out('clean', t('clean')),
    ...(room.seated ? [out('bracketed', t('bracketed'))] : []),
    ...(room.seated && since > 0 ? [out('redline', t('redline', { number: since }))] : []),
    { key: 'json', label: t('json'), file: paths.textJson(room.id) },
    ...(room.delegated ? [{ key: 'in', label: t('bringIn'), page: paths.bringIn(room.id) }] : []),
  ];
  return (
    <div className="no-print">
      <WordMenu label={t('label')} ways={ways} />
    </div>
  );
}
