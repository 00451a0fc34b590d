import { useTranslations } from 'next-intl';

type Party = { id: string; name: string };
type Props = { amendment: { nation: Party | null; sponsors: readonly Party[]; own: boolean } };

/** Who proposes an amendment and who joined, as far as the body names nations. */
export function Proposers({ amendment }: Props) {
  const t = useTranslations('texts.amendment');
  const { nation, sponsors, own } = amendment;
  return (
    <span className="text-ink-2">
      {nation ? (own ? t('byUs', { nation: nation.name }) : nation.name) : t('unnamed')}
      {sponsors.length > 0 ? ` · ${t('with', { names: sponsors.map((one) => one.name).join(', ') })}` : null}
    </span>
  );
}
