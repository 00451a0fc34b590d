import { useTranslations } from 'next-intl';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { ItemFacts } from './mapped-items.tsx';
import type { Found, FoundItem } from './types.ts';

type Props = {
  found: Found | null;
  chosen: ReadonlyMap<string, FoundItem>;
  mapped: ReadonlySet<string>;
  onChoose: (item: FoundItem, on: boolean) => void;
};

/** What was found, to be ticked; what was ticked before stays above, whatever is looked for next. */
export function FoundItems({ found, chosen, mapped, onChoose }: Props) {
  const t = useTranslations('frameworks.mappings');
  const free = (found?.items ?? []).filter(({ id }) => !mapped.has(id) && !chosen.has(id));
  return (
    <>
      <p role="status" className="mb-1 text-sm text-ink-2">
        {found ? t(found.more ? 'foundMore' : 'found', { count: free.length }) : t('looking')}
      </p>
      <ul className="max-h-[28rem] overflow-y-auto border-y border-line">
        {[...chosen.values(), ...free].map((item) => (
          <li key={item.id} className="border-b border-line py-2 last:border-0">
            <Checkbox
              name={item.id}
              checked={chosen.has(item.id)}
              onChange={({ target }) => onChoose(item, target.checked)}
            >
              <span lang="en" className="wrap-anywhere">
                {item.title}
              </span>
            </Checkbox>
            <div className="pl-7">
              <ItemFacts item={item} />
              {item.description ? (
                <p lang="en" className="line-clamp-2 text-sm text-ink-2">
                  {item.description}
                </p>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
