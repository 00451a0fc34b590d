import { useTranslations } from 'next-intl';

type Party = { id: string; name: string };
type Amendment = { nation: Party | null; sponsors: readonly Party[]; own: boolean };

/** Who proposes an amendment and who joined, as far as the body names nations. */
export function Proposers({ amendment }: { amendment: Amendment }) {
  const t = useTranslations('texts.amendment');
  return <span className="text-ink-2">{proposersOf(amendment, t)}</span>;
}

/** The same in words. */
export function proposersOf(
  { nation, sponsors, own }: Amendment,
  t: ReturnType<typeof useTranslations<'texts.amendment'>>,
): string {
  const by = nation ? (own ? t('byUs', { nation: nation.name }) : nation.name) : t('unnamed');
  if (sponsors.length === 0) return by;
  return `${by} · ${t('with', { names: sponsors.map((one) => one.name).join(', ') })}`;
}
