import { z } from 'zod';
import type { SheetLine } from './sheet.ts';
import { type TableScene, tableOf } from './table.ts';
import { type SheetField, sheetFields } from './words.ts';

/** What goes into the head of the file. */
export type CexfExercise = {
  id: string;
  name: string;
  summary: string;
  endsAt: Date;
  revision: number;
  /** Its confidentiality label, in JSON. */
  label: object;
};

const OWN = 'concord';
const table = (scene: TableScene) => {
  const [, ...rows] = tableOf(scene, 'en');
  return rows.map((cells) =>
    Object.fromEntries(sheetFields.map((field, index) => [field, cells[index] ?? ''])),
  );
};

/**
 * The list in the Common Exercise Format (docs/formats/cexf.md). What the format has no place for stands under our own key
 * in each inject, so that nothing is lost on the way back.
 */
export function writeCexf(exercise: CexfExercise, scene: TableScene): string {
  const rows = table(scene);
  const seconds = Math.round((+exercise.endsAt - +scene.startsAt) / 1_000);
  const followers = (id: string) =>
    scene.injects.filter(({ afterId }) => afterId === id).map((one) => one.id);
  const file = {
    exercise: {
      ...{
        name: exercise.name,
        description: exercise.summary,
        expanded: exercise.summary,
        meta: { label: exercise.label },
        tags: [],
      },
      ...{
        namespace: OWN,
        uuid: exercise.id,
        total_duration: String(seconds),
        version: String(exercise.revision),
      },
    },
    inject_flow: scene.injects.map((one) => ({
      ...{ description: one.title, inject_uuid: one.id, reporting_callback: [] },
      requirements: one.afterId ? { inject_uuid: one.afterId } : {},
      sequence: {
        ...{ completion_trigger: ['completion'], followed_by: followers(one.id) },
        trigger: [
          one.trigger === 'answer' ? 'inject-resolution' : one.trigger === 'hand' ? 'manual' : 'startex',
        ],
      },
      timing: { triggered_at: one.trigger === 'clock' ? one.minute * 60 : null },
    })),
    inject_payloads: scene.injects.map((one) => ({
      ...{ uuid: one.id, name: one.title, type: 'text' },
      parameters: { content: Buffer.from(one.text).toString('base64'), 'content-type': 'base64' },
    })),
    injects: scene.injects.map((one, index) => ({
      ...{ uuid: one.id, name: one.title, action: one.means, target_tool: '', inject_evaluation: [] },
      ...{ action_payload_resource_uuid: one.id, [OWN]: rows[index] },
    })),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

const words = z.string().max(100_000).catch('');
const list = <Item extends z.ZodType>(item: Item) => z.array(item).max(5_000);
const cexf = z.object({
  inject_flow: list(
    z.object({
      inject_uuid: z.string(),
      description: words.optional(),
      requirements: z.object({ inject_uuid: z.string().optional() }).catch({}).optional(),
      sequence: z
        .object({
          followed_by: list(z.string()).catch([]).optional(),
          trigger: z.union([z.string(), list(z.string())]).optional(),
        })
        .catch({})
        .optional(),
      timing: z
        .object({ triggered_at: z.coerce.number().nullable().catch(null) })
        .partial()
        .catch({})
        .optional(),
    }),
  ),
  inject_payloads: list(
    z.object({ uuid: z.string(), parameters: z.record(z.string(), z.unknown()).catch({}) }),
  ).catch([]),
  injects: list(
    z.object({
      ...{ uuid: z.string(), name: words, action: words.optional() },
      action_payload_resource_uuid: z.string().optional(),
      [OWN]: z.partialRecord(z.enum(sheetFields), words).optional().catch(undefined),
    }),
  ),
});
type Cexf = z.output<typeof cexf>;

/** The injects of a file as lines of a table, in the order of its flow; null where it is no such file. */
export function cexfLines(
  bytes: Buffer,
  firstFree: number,
): { lines: SheetLine[]; columns: SheetField[] } | null {
  const file = cexf.safeParse(parsed(bytes));
  if (!file.success) return null;
  const { inject_flow: flow, injects } = file.data;
  const places = new Map(flow.map(({ inject_uuid }, index) => [inject_uuid, index]));
  const sorted = [...injects].sort((a, b) => (places.get(a.uuid) ?? 1e9) - (places.get(b.uuid) ?? 1e9));
  const numbers = new Map(
    sorted.map((one, index) => [one.uuid, one[OWN]?.number || String(firstFree + index)]),
  );
  const lines = sorted.map((one, index) => {
    const own = one[OWN] ?? foreign(one, file.data, numbers);
    const cells = sheetFields.map((field) => ({ words: own[field] ?? '', number: null }));
    return { line: index + 1, cells };
  });
  return { lines, columns: [...sheetFields] };
}

function parsed(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
}

/** What another program's inject says in our words. */
function foreign(inject: Cexf['injects'][number], file: Cexf, numbers: ReadonlyMap<string, string>) {
  const flow = file.inject_flow.find(({ inject_uuid }) => inject_uuid === inject.uuid);
  const before =
    flow?.requirements?.inject_uuid ??
    file.inject_flow.find(({ sequence }) => sequence?.followed_by?.includes(inject.uuid))?.inject_uuid;
  const triggers = [flow?.sequence?.trigger ?? []].flat();
  const seconds = Math.max(0, Number(flow?.timing?.triggered_at ?? 0)) || 0;
  const minutes = Math.round(seconds / 60);
  const text = payload(inject, file) || flow?.description || '';
  return {
    ...{ number: numbers.get(inject.uuid) ?? '', title: inject.name, text, means: inject.action ?? '' },
    minute: `+${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    after: before ? (numbers.get(before) ?? '') : '',
    trigger:
      triggers.includes('inject-resolution') && before
        ? 'answer'
        : triggers.includes('manual')
          ? 'hand'
          : 'clock',
  } as Partial<Record<SheetField, string>>;
}

/** A payload in words: its content, decoded where it says so, else what it is made of. */
function payload(inject: Cexf['injects'][number], file: Cexf): string {
  const found = file.inject_payloads.find(({ uuid }) => uuid === inject.action_payload_resource_uuid);
  if (!found) return '';
  const { content, 'content-type': type } = found.parameters;
  if (typeof content !== 'string')
    return Object.entries(found.parameters)
      .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
      .join('\n');
  return type === 'base64' ? Buffer.from(content, 'base64').toString('utf8') : content;
}
