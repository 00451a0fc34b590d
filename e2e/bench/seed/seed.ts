import type { Settings } from '@concord/api/env';
import { connect } from '@concord/db/client';
import { administratorUrl } from '../portal.ts';
import type { Size } from '../size.ts';
import { type SeededAnalysis, type SeededAnswering, seedAnswering, seedAttempts } from './answering.ts';
import { type SeededConsultation, seedConsultation, seedMarkings } from './consultation.ts';
import { type SeededCourse, seedCourses } from './courses.ts';
import { type Reader, seedPeople } from './people.ts';
import { type SeededReadiness, seedReadiness } from './readiness.ts';

/** Everything the works ask by. */
export interface Seeded {
  readers: Reader[];
  course: SeededCourse;
  answering: SeededAnswering;
  analysis: SeededAnalysis;
  readiness: SeededReadiness;
  consultation: SeededConsultation;
}

/** Seeds a size into a migrated, empty database; `note` hears how far it is. */
export async function seed(
  settings: Settings,
  ownerUrl: string,
  size: Size,
  note: (text: string) => void,
): Promise<Seeded> {
  const url = await administratorUrl(ownerUrl, settings.dataDir);
  const owner = connect(url, { max: 3, name: 'bench-seed' });
  try {
    note('people');
    const readers = await seedPeople(owner.sql, size);
    const markings = await seedMarkings(owner.sql);
    note('courses');
    const course = await seedCourses(owner.sql, size, markings.all);
    const answering = await seedAnswering(owner.sql, size);
    note('attempts');
    const analysis = await seedAttempts(owner.sql, size);
    note('readiness');
    const readiness = await seedReadiness(owner.sql, size);
    note('contributions');
    const consultation = await seedConsultation(owner.sql, { size, kek: settings.key, markings });
    note('statistics');
    await owner.sql`vacuum analyze`;
    await owner.sql`checkpoint`.catch(() => undefined);
    return { readers, course, answering, analysis, readiness, consultation };
  } finally {
    await owner.close();
  }
}
