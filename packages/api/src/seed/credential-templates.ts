import { learningPaths } from '@concord/db/schema/competence';
import { courses } from '@concord/db/schema/courses';
import {
  credentialTemplateVersions,
  credentialTemplates as templateTable,
} from '@concord/db/schema/credential-templates';
import { credentialTemplates } from '@concord/db/seed/data/credential-templates';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { seedId } from './ids.ts';
import type { World } from './world.ts';

const idOf = (world: World, key: string) => seedId(`credential template ${key}`, world.morningDaysAgo(200));

/** How credentials of the demo read, before anybody earns one. */
export async function seedCredentialTemplates(ctx: Context, world: World): Promise<void> {
  const made = {
    createdBy: world.person('hqa-course-director'),
    createdAt: world.morningDaysAgo(200),
  };
  await ctx.tx
    .insert(templateTable)
    .values(credentialTemplates.map(({ key, name }) => ({ id: idOf(world, key), name, ...made })));
  await ctx.tx.insert(credentialTemplateVersions).values(
    credentialTemplates.map(({ key, body, validityMonths }) => ({
      ...{ templateId: idOf(world, key), number: 1, body, validityMonths },
      ...made,
    })),
  );
  for (const { key, courses: slugs } of credentialTemplates)
    await ctx.tx
      .update(courses)
      .set({ templateId: idOf(world, key) })
      .where(inArray(courses.slug, [...slugs]));
}

/** The paths that chose one: each awards under it. */
export async function choosePathTemplates(ctx: Context, world: World): Promise<void> {
  for (const { key, paths } of credentialTemplates)
    await ctx.tx
      .update(learningPaths)
      .set({ templateId: idOf(world, key), awards: true })
      .where(inArray(learningPaths.slug, [...paths]));
}
