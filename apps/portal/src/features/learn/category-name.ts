import { getTranslations } from 'next-intl/server';

const known = ['awareness', 'incident', 'practice', 'technical', 'exercise'] as const;

/** The name of a subject; one that an import brought and nobody has named is shown as it is written. */
export async function categoryName(category: string): Promise<string> {
  const t = await getTranslations('learn.categories');
  const found = known.find((key) => key === category);
  return found ? t(found) : category.replaceAll('-', ' ');
}
