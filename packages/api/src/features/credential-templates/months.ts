import { courses } from '@concord/db/schema/courses';
import { sql } from 'drizzle-orm';

/** For how many months what the course of the row gives is valid: its template may say so; null for ever. */
export const courseMonths = sql<
  number | null
>`coalesce(concord.template_months(${courses.templateId}), ${courses.validityMonths})`;
