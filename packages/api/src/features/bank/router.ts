import { notFound } from '../../errors.ts';
import { replayOrRun } from '../../idempotency.ts';
import { writesCourses } from '../../policies/bank.ts';
import { router, signedIn } from '../../trpc.ts';
import * as categories from './categories.ts';
import * as commands from './commands.ts';
import { exportQuestions } from './export.ts';
import { importQuestions, previewImport } from './import/write.ts';
import { keepPicture } from './pictures.ts';
import { countMatching } from './pools.ts';
import { listQuestions, listTags, questionById } from './queries.ts';
import { renderRich } from './render-body.ts';
import * as schemas from './schemas.ts';
import { slotChanges, slotsOf } from './slot-queries.ts';
import * as slots from './slots.ts';
import { asLearner, tryOut } from './try-out.ts';

/** For who writes courses; to others the bank does not exist. */
const author = signedIn.use(({ ctx, next }) => {
  if (!writesCourses(ctx.actor)) throw notFound();
  return next();
});

const authorCommand = author.meta({ once: true }).use((step) => replayOrRun(step));

/** The question bank, and the slots by which quizzes ask from it. */
export const bankRouter = router({
  /** Whether the person has the bank at all. */
  mine: signedIn.query(({ ctx }) => writesCourses(ctx.actor)),
  categories: author.query(({ ctx }) => categories.categoryTree(ctx)),
  makeCategory: authorCommand
    .input(schemas.categoryMake)
    .mutation(({ ctx, input }) => categories.makeCategory(ctx, input)),
  renameCategory: authorCommand
    .input(schemas.categoryRename)
    .mutation(({ ctx, input }) => categories.renameCategory(ctx, input)),
  moveCategory: authorCommand
    .input(schemas.categoryMove)
    .mutation(({ ctx, input }) => categories.moveCategory(ctx, input)),
  dropCategory: authorCommand
    .input(schemas.categoryCommand)
    .mutation(({ ctx, input }) => categories.dropCategory(ctx, input)),
  list: author.input(schemas.listInput).query(({ ctx, input }) => listQuestions(ctx, input)),
  tags: author.query(({ ctx }) => listTags(ctx)),
  byId: author.input(schemas.questionInput).query(({ ctx, input }) => questionById(ctx, input)),
  create: authorCommand
    .input(schemas.createInput)
    .mutation(({ ctx, input }) => commands.createQuestion(ctx, input)),
  save: authorCommand.input(schemas.saveInput).mutation(({ ctx, input }) => commands.saveVersion(ctx, input)),
  change: authorCommand
    .input(schemas.changeInput)
    .mutation(({ ctx, input }) => commands.changeQuestion(ctx, input)),
  archive: authorCommand
    .input(schemas.archiveInput)
    .mutation(({ ctx, input }) => commands.archiveQuestion(ctx, input)),
  /** A text as it will be read; it changes nothing, and comes by POST because it is long. */
  preview: author
    .input(schemas.previewInput)
    .mutation(({ input }) => ({ html: renderRich(input.source, input.language) })),
  /** A question as it stands in a form, as a learner would meet it; it changes nothing. */
  asLearner: author.input(schemas.renderInput).mutation(({ input }) => asLearner(input.body)),
  /** What an answer would earn; nothing is kept of it. */
  tryOut: author
    .input(schemas.tryInput)
    .mutation(({ input }) => tryOut(input.body, input.answer, input.language)),
  keepPicture: authorCommand
    .input(schemas.pictureInput)
    .mutation(({ ctx, input }) =>
      keepPicture(ctx, { name: input.name, bytes: Buffer.from(input.content, 'base64') }),
    ),
  /** What a file holds and what writing it would do; it changes nothing. */
  previewImport: author
    .input(schemas.importPreview)
    .mutation(({ ctx, input }) => previewImport(ctx, fileOf(input))),
  import: authorCommand
    .input(schemas.importInput)
    .mutation(({ ctx, input }) => importQuestions(ctx, fileOf(input))),
  export: author.input(schemas.exportInput).query(({ ctx, input }) => exportQuestions(ctx, input)),
  slots: author.input(schemas.slotsInput).query(({ ctx, input }) => slotsOf(ctx, input.activityId)),
  slotChanges: author.input(schemas.slotInput).query(({ ctx, input }) => slotChanges(ctx, input.slotId)),
  /** How many questions a blueprint could draw from now. */
  countMatching: author
    .input(schemas.countInput)
    .query(async ({ ctx, input }) => ({ count: await countMatching(ctx, input.blueprint) })),
  pin: authorCommand.input(schemas.pinInput).mutation(({ ctx, input }) => slots.pinToQuiz(ctx, input)),
  draw: authorCommand.input(schemas.drawInput).mutation(({ ctx, input }) => slots.drawInQuiz(ctx, input)),
  setPoints: authorCommand
    .input(schemas.slotPoints)
    .mutation(({ ctx, input }) => slots.setSlotPoints(ctx, input)),
  setBlueprint: authorCommand
    .input(schemas.slotBlueprint)
    .mutation(({ ctx, input }) => slots.setSlotBlueprint(ctx, input)),
  moveSlot: authorCommand.input(schemas.slotMove).mutation(({ ctx, input }) => slots.moveSlot(ctx, input)),
  removeSlot: authorCommand
    .input(schemas.slotCommand)
    .mutation(({ ctx, input }) => slots.removeSlot(ctx, input)),
  updateSlot: authorCommand
    .input(schemas.slotCommand)
    .mutation(({ ctx, input }) => slots.updateSlot(ctx, input)),
});

const fileOf = ({
  categoryId,
  language,
  content,
}: {
  categoryId: string;
  language: string;
  content: string;
}) => ({
  categoryId,
  language,
  bytes: Buffer.from(content, 'base64'),
});
