import { useTranslations } from 'next-intl';

const known = ['awareness', 'incident', 'practice', 'technical', 'exercise'] as const;

/** Names subjects; one that an import brought and nobody has named is shown as it is written. */
export function useCategoryName(): (category: string) => string {
  const t = useTranslations('learn.categories');
  return (category) => {
    const found = known.find((key) => key === category);
    return found ? t(found) : category.replaceAll('-', ' ');
  };
}
