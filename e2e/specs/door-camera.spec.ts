import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { faults } from '../fixtures/accessible.ts';
import { account } from '../fixtures/people.ts';
import { test } from '../fixtures/portal.ts';

/** What the browser's camera sees. It is opened when the camera is, by when a badge is held to it. */
const FILM = join(tmpdir(), `concord-badge-${process.pid}.y4m`);
const [WIDTH, HEIGHT] = [640, 480];

test.use({
  launchOptions: ({ launchOptions }, use) =>
    use({
      ...launchOptions,
      args: [
        ...(launchOptions.args ?? []),
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
        `--use-file-for-fake-video-capture=${FILM}`,
      ],
    }),
});
test.afterEach(() => rmSync(FILM, { force: true }));

/** How bright each point of a camera's picture is when the square on this page is held to it. */
async function picture(page: Page): Promise<Uint8Array> {
  const points = await page.getByRole('img', { name: 'Your code as a square' }).evaluate(
    async (svg, { width, height }) => {
      const copy = svg.cloneNode(true) as SVGElement;
      copy.setAttribute('width', '400');
      copy.setAttribute('height', '400');
      const image = new Image();
      image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
      await image.decode();
      const canvas = Object.assign(document.createElement('canvas'), { width, height });
      const paper = canvas.getContext('2d');
      if (!paper) throw new Error('no canvas');
      paper.fillStyle = 'white';
      paper.fillRect(0, 0, width, height);
      paper.drawImage(image, (width - 400) / 2, (height - 400) / 2);
      const { data } = paper.getImageData(0, 0, width, height);
      return Array.from({ length: width * height }, (_, at) => data[at * 4] ?? 255);
    },
    { width: WIDTH, height: HEIGHT },
  );
  return Uint8Array.from(points);
}

/** A film of some pictures, without colour. */
function film(bright: Uint8Array): Buffer {
  const grey = Buffer.alloc((WIDTH * HEIGHT) / 2, 128);
  const frame = Buffer.concat([Buffer.from('FRAME\n'), bright, grey]);
  const head = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420\n`);
  return Buffer.concat([head, ...Array.from({ length: 10 }, () => frame)]);
}

test('a badge held to the camera of the door is read, and who it belongs to is in', async ({ as }) => {
  const person = 'nor-staff-2';
  const own = await as(person);
  await own.goto('/exercise/QH27/mine');
  writeFileSync(FILM, film(await picture(own)));

  const door = await as('hqa-staff-4', { viewport: { width: 390, height: 844 } });
  await door.goto('/exercise/QH27/door');
  await door.getByRole('button', { name: 'Use the camera' }).click();
  await expect(door.getByLabel('What the camera sees')).toBeVisible();
  const told = door.getByRole('main').getByRole('status').first();
  await expect(told).toContainText(account(person).name);
  await expect(told).toContainText(/Is in/);
  expect(await faults(door, 'door with the camera on')).toEqual([]);
  await door.getByRole('button', { name: 'Stop the camera' }).click();
  await expect(door.locator('video')).toHaveCount(0);
  await expect(door.getByText('Everything is told.')).toBeVisible();
  await own.reload();
  await expect(own.getByText(/checked in/)).toBeVisible();
});
