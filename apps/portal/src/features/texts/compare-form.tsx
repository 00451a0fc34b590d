import { useTranslations } from 'next-intl';
import { buttonLook } from '#components/ui/button-look.ts';
import { Link } from '#components/ui/link.tsx';
import { paths } from '#features/paths.ts';
import type { Room } from './types.ts';

/** Chooses any two versions to compare; both stand in the address, and it works without script. */
export function CompareForm({ room, since }: { room: Room; since: number }) {
  const t = useTranslations('texts.changes');
  const number = room.words?.number ?? 1;
  if (room.versions.length < 2) return null;
  return (
    <form
      action={paths.text(room.id)}
      className="no-print mb-4 flex flex-wrap items-end gap-x-3 gap-y-2 text-sm"
      aria-label={t('compare')}
    >
      <input type="hidden" name="view" value="changes" />
      <Pick name="since" label={t('from')} room={room} value={since} />
      <Pick name="version" label={t('to')} room={room} value={number} />
      <button type="submit" className={buttonLook('plain', 'small')}>
        {t('compare')}
      </button>
      <Link
        href={paths.text(room.id, { view: 'changes', version: since, since: number })}
        className="py-1 font-semibold text-accent hover:underline"
      >
        {t('swap')}
      </Link>
    </form>
  );
}

type PickProps = { name: string; label: string; room: Room; value: number };

function Pick({ name, label, room, value }: PickProps) {
  const t = useTranslations('texts.changes');
  return (
    <label className="flex items-center gap-2 text-ink-2">
      {label}
      <select
        // What the address says, again after each way there.
        key={value}
        name={name}
        defaultValue={value}
        className="rounded-md border border-line-field bg-paper px-2 py-1 text-ink"
      >
        {room.versions.map((version) => (
          <option key={version.id} value={version.number}>
            {t('version', { number: version.number })}
          </option>
        ))}
      </select>
    </label>
  );
}
