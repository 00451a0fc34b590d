import { ArchiveRefused } from '../../../zip.ts';
import { assignmentSettings } from '../kinds/assignment.ts';
import { fileSettings } from '../kinds/file.ts';
import { quizSettings } from '../kinds/quiz.ts';
import { sessionOf } from '../kinds/session.ts';
import { videoSettings } from '../kinds/video.ts';
import type { AuthorsOutline } from '../outline.ts';
import type { ExportedSlot } from './export.ts';
import type { FileNames } from './file-names.ts';
import type { ArchivedActivity } from './schema.ts';

type Activity = AuthorsOutline['units'][number]['activities'][number];

/** An activity as `course.json` of an archive holds it. */
export function archivedActivity(
  activity: Activity,
  slots: readonly ExportedSlot[],
  keys: ReadonlyMap<string, string>,
  names: FileNames,
): ArchivedActivity {
  const { key, kind, titles, minutes, required, written, states } = activity;
  const texts = Object.fromEntries(
    written.map((language) => [
      language,
      states[language] === 'stale' ? ('stale' as const) : ('current' as const),
    ]),
  );
  const quiz = kind === 'quiz' ? quizSettings.parse(activity.quiz) : null;
  return {
    key,
    kind,
    titles,
    minutes,
    required,
    texts,
    quiz,
    video: kind === 'video' ? videoOf(activity.settings, names) : null,
    files: kind === 'file' ? filesOf(activity.settings, names) : null,
    assignment: kind === 'assignment' ? assignmentSettings.parse(activity.settings) : null,
    session: kind === 'session' ? sessionOf(activity.settings) : null,
    slots: slots.map((slot) => archivedSlot(key, slot, keys)),
  };
}

function archivedSlot(activity: string, slot: ExportedSlot, keys: ReadonlyMap<string, string>) {
  const question = keys.get(slot.versionId ?? '') ?? null;
  const { blueprint, key, points, category } = slot;
  if (question === null && blueprint === null)
    throw new ArchiveRefused(`${activity}: the question ${key} does not stand in the question bank.`);
  const draw = blueprint && {
    category,
    withSubcategories: blueprint.withSubcategories,
    tags: blueprint.tags,
    difficulty: blueprint.difficulty,
    count: blueprint.count,
  };
  return { key, points, question, draw };
}

function videoOf(settings: unknown, names: FileNames): ArchivedActivity['video'] {
  const { video, captions } = videoSettings.parse(settings);
  const named = Object.entries(captions).flatMap(([language, file]) => {
    const found = archivedFile(file, names);
    return found ? [[language, found] as const] : [];
  });
  return { video: video && archivedFile(video, names), captions: Object.fromEntries(named) };
}

function filesOf(settings: unknown, names: FileNames) {
  return fileSettings.parse(settings).files.flatMap((file) => archivedFile(file, names) ?? []);
}

function archivedFile({ fileId, name }: { fileId: string; name: string }, names: FileNames) {
  const file = names.pathOf(fileId);
  return file ? { file, name } : null;
}
