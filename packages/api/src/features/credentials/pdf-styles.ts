import { StyleSheet } from '@react-pdf/renderer';
import { FAMILIES } from './fonts.ts';

const INK = '#14171c';
const INK_2 = '#474d58';
const LINE = '#c5cad3';

/** The colours a template chooses from: those of the portal's own palette that read on white. */
export const COLOURS = { blue: '#1c3f8f', green: '#1b6642', amber: '#7d5200', grey: '#2b2f36' } as const;

/** The look of the portal on paper: left edge, rules instead of frames, one blue. */
export const styles = StyleSheet.create({
  page: {
    // The renderer takes a list of families and looks each character up in turn.
    fontFamily: FAMILIES as unknown as string,
    fontSize: 11,
    lineHeight: 1.35,
    color: INK,
    paddingTop: 52,
    paddingBottom: 44,
    paddingHorizontal: 64,
  },
  head: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    borderBottomWidth: 1.5,
    paddingBottom: 10,
  },
  issued: { flexDirection: 'row', alignItems: 'center', gap: 8 },
  issuer: { fontWeight: 700, fontSize: 12, maxWidth: 420 },
  kind: { color: INK_2, textAlign: 'right' },
  kinds: { alignItems: 'flex-end' },
  body: { flexGrow: 1, justifyContent: 'center' },
  holder: { fontWeight: 700, lineHeight: 1.2 },
  party: { fontSize: 13, color: INK_2, marginTop: 4 },
  verb: { marginTop: 22, color: INK_2 },
  course: { fontWeight: 700, marginTop: 6, lineHeight: 1.25 },
  courseOther: { color: INK_2, marginTop: 3, lineHeight: 1.25 },
  under: { color: INK_2, fontSize: 9.5, marginTop: 8, lineHeight: 1.3 },
  facts: { flexDirection: 'row', borderTopWidth: 0.75, borderTopColor: LINE, paddingTop: 12, gap: 36 },
  fact: { flexShrink: 1 },
  label: { fontSize: 8.5, color: INK_2 },
  value: { marginTop: 2 },
  verify: { flexDirection: 'row', alignItems: 'flex-end', justifyContent: 'space-between', marginTop: 18 },
  proof: { maxWidth: 340 },
  address: { fontSize: 9.5, textDecoration: 'none', marginTop: 2 },
  signatory: { width: 230, borderTopWidth: 0.75, borderTopColor: INK_2, paddingTop: 5 },
  signer: { fontWeight: 700 },
  id: { fontSize: 8.5, color: INK_2, marginTop: 2 },
});

/** A size at which a text of this length stays on a line or two. */
export function sizeFor(text: string, large: number, small: number): number {
  const length = [...text].length;
  if (length <= 30) return large;
  if (length <= 48) return Math.max(small, large * 0.78);
  return length <= 80 ? Math.max(small, large * 0.58) : small;
}
