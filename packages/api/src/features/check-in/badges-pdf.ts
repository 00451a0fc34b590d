import { Document, Page, Path, renderToBuffer, StyleSheet, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { qrOf } from '../../qr.ts';
import { FAMILIES, fontsReady } from '../credentials/fonts.ts';
import { sizeFor } from '../credentials/pdf-styles.ts';
import { showCode } from './rules.ts';

/** What stands on a badge. */
export type Badge = {
  name: string;
  party: string;
  role: string;
  team: string | null;
  badge: string;
  /** Where its square code leads. */
  address: string;
};
export type BadgeSheet = { exercise: string; marking: string; at: Date; badges: readonly Badge[] };

const ON_A_SHEET = 8;
/** A7 across: eight of them are a sheet of A4, cut in half three times. */
const [WIDTH, HEIGHT] = [297.64, 210.47];

const styles = StyleSheet.create({
  sheet: { fontFamily: FAMILIES as unknown as string, flexDirection: 'row', flexWrap: 'wrap' },
  badge: {
    ...{ width: WIDTH, height: HEIGHT, padding: 14, color: '#14171c', fontSize: 10 },
    ...{ borderWidth: 0.5, borderColor: '#c5cad3', borderStyle: 'dashed', justifyContent: 'space-between' },
  },
  head: { flexDirection: 'row', justifyContent: 'space-between', fontSize: 8, color: '#474d58' },
  exercise: { maxWidth: 150 },
  name: { fontWeight: 700, lineHeight: 1.15 },
  party: { fontWeight: 700, fontSize: 15, color: '#1c3f8f', marginTop: 3 },
  foot: { flexDirection: 'row', justifyContent: 'space-between', alignItems: 'flex-end' },
  facts: { maxWidth: 175 },
  team: { fontWeight: 700 },
  code: { fontWeight: 700, fontSize: 12, letterSpacing: 1, marginTop: 5 },
});

/** Sets badges as a PDF, eight to a sheet of A4, names in whatever European script they are written in. */
export async function badgesPdf({ exercise, marking, at, badges }: BadgeSheet): Promise<Uint8Array> {
  await fontsReady();
  const sheets = Array.from({ length: Math.ceil(badges.length / ON_A_SHEET) }, (_, sheet) =>
    h(
      Page,
      { key: sheet, size: 'A4', style: styles.sheet },
      ...badges
        .slice(sheet * ON_A_SHEET, (sheet + 1) * ON_A_SHEET)
        .map((badge) => badgeOf(badge, exercise, marking)),
    ),
  );
  const about = { title: exercise, creator: 'Concord', producer: 'Concord', creationDate: at };
  const document = h(Document, about, ...sheets) as ReactElement<{ title?: string }>;
  return new Uint8Array(await renderToBuffer(document));
}

function badgeOf(badge: Badge, exercise: string, marking: string): ReactElement {
  const name = badge.name.normalize('NFC');
  return h(
    View,
    { key: badge.badge, style: styles.badge, wrap: false },
    h(
      View,
      { style: styles.head },
      h(Text, { style: styles.exercise }, exercise.normalize('NFC')),
      h(Text, {}, marking),
    ),
    h(
      View,
      {},
      h(Text, { style: { ...styles.name, fontSize: nameSize(name) } }, name),
      h(Text, { style: styles.party }, badge.party),
    ),
    h(View, { style: styles.foot }, factsOf(badge), codeOf(badge.address)),
  );
}

/** The size at which no word of a name is broken: a letter in bold is about six tenths as wide as it is high. */
function nameSize(name: string): number {
  const longest = Math.max(...name.split(/\s/).map((word) => [...word].length));
  return Math.min(sizeFor(name, 23, 13), (WIDTH - 28) / (0.66 * longest));
}

function factsOf({ role, team, badge }: Badge): ReactElement {
  return h(
    View,
    { style: styles.facts },
    team === null ? null : h(Text, { style: styles.team }, team.normalize('NFC')),
    h(Text, {}, role.normalize('NFC')),
    h(Text, { style: styles.code }, showCode(badge)),
  );
}

function codeOf(address: string): ReactElement {
  const { size, path } = qrOf(address);
  return h(
    Svg,
    { width: 76, height: 76, viewBox: `0 0 ${size} ${size}` },
    h(Path, { d: path, fill: '#14171c' }),
  );
}
