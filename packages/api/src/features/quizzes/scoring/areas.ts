import type { QuestionBody } from '../../bank/body.ts';
import { fromPercent } from './share.ts';

type Hotspot = Extract<QuestionBody, { kind: 'hotspot' }>;
type Area = Hotspot['areas'][number];

/** A place in a picture, in percent of its width and height. */
export type Point = { x: number; y: number };

/** How many places are to be marked: as many as there are areas worth something. */
export function picksOf(body: Hotspot): number {
  return Math.max(1, body.areas.filter(({ share }) => share > 0).length);
}

/**
 * Places in a picture, marked in it or named from its list: each area counts once, a place in none counts nothing.
 * More places than are asked for earn nothing, or marking everything would.
 */
export function scoreHotspot(
  body: Hotspot,
  given: { points: readonly Point[] } | { choices: readonly string[] },
): number {
  const hit =
    'points' in given
      ? given.points.map((point) => areaAt(body.areas, point)?.key)
      : [...new Set(given.choices)].filter((key) => body.areas.some((area) => area.key === key));
  if (hit.length > picksOf(body)) return 0;
  const keys = new Set(hit);
  return fromPercent(body.areas.reduce((sum, { key, share }) => (keys.has(key) ? sum + share : sum), 0));
}

/** The area a place lies in: the smallest, where several lie over one another. */
export function areaAt(areas: readonly Area[], point: Point): Area | undefined {
  return areas
    .filter(({ shape }) => inside(shape, point))
    .toSorted((one, other) => sizeOf(one.shape) - sizeOf(other.shape))[0];
}

function inside(shape: Area['shape'], { x, y }: Point): boolean {
  if (shape.is === 'box') {
    return x >= shape.x && x <= shape.x + shape.width && y >= shape.y && y <= shape.y + shape.height;
  }
  if (shape.is === 'circle') return Math.hypot(x - shape.x, y - shape.y) <= shape.radius;
  return insidePolygon(shape.points, { x, y });
}

/** Counts how often a line from the place to the right crosses the outline. */
function insidePolygon(corners: readonly (readonly [number, number])[], { x, y }: Point): boolean {
  let within = false;
  corners.forEach(([ax, ay], index) => {
    const [bx, by] = corners.at(index - 1) ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) within = !within;
  });
  return within;
}

function sizeOf(shape: Area['shape']): number {
  if (shape.is === 'box') return shape.width * shape.height;
  if (shape.is === 'circle') return Math.PI * shape.radius ** 2;
  return Math.abs(
    shape.points.reduce((sum, [ax, ay], index) => {
      const [bx, by] = shape.points.at(index - 1) ?? [ax, ay];
      return sum + (bx * ay - ax * by) / 2;
    }, 0),
  );
}
