import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { insideExercise } from '#features/twins/inside.ts';

type Options = {
  /** The page is about an exercise; inside one, every page is. */
  exercise?: boolean;
};

/**
 * The title of a page under a marking of its own, as its banner has it: "Attribution language · ALLIANCE RESTRICTED".
 * Where nothing on the page is marked, the frame adds the portal's own.
 */
export async function pageTitle(
  title: string,
  level: string | undefined,
  { exercise = false }: Options = {},
): Promise<Metadata['title']> {
  if (!level) return title;
  const play = exercise || (await insideExercise());
  const marked = play ? (await getTranslations('markings'))('exercise', { level }) : level;
  return { absolute: `${title} · ${marked}` };
}
