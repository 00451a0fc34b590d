import { Document, Link, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import QRCode from 'qrcode';
import { createElement as h, type ReactElement } from 'react';
import { registerFonts } from './fonts.ts';
import { ACCENT, sizeFor, styles } from './pdf-styles.ts';

/** What a credential says, chosen fields only: the same that its public page shows. */
export type CredentialPaper = {
  id: string;
  holder: string;
  party: string | null;
  /** The course's title by language; English and French are set where there are both. */
  course: Record<string, string>;
  issuer: string;
  issuedAt: Date;
  validUntil: Date | null;
  percent: number | null;
  verifyUrl: string;
  /** The alliance's zone, in which days are counted. */
  zone: string;
};

const WORDS = {
  kind: ['Certificate of completion', 'Attestation de réussite'],
  verb: 'has completed the course · a suivi avec succès la formation',
  issued: 'Issued · Délivrée le',
  valid: 'Valid until · Valable jusqu’au',
  always: 'No end date · Sans limite',
  result: 'Result · Résultat',
  verify: 'Check this certificate · Vérifier cette attestation',
} as const;

/** Sets a credential as a PDF: one A4 page across, English and French, fonts embedded. */
export async function credentialPdf(paper: CredentialPaper): Promise<Uint8Array> {
  registerFonts();
  return new Uint8Array(await renderToBuffer(documentOf([paper], paper, paper.holder)));
}

/** Sets several as one PDF, a page each, to be printed at once. */
export async function credentialsPdf(
  papers: readonly [CredentialPaper, ...CredentialPaper[]],
  about: string,
): Promise<Uint8Array> {
  registerFonts();
  return new Uint8Array(await renderToBuffer(documentOf(papers, papers[0], about)));
}

function documentOf(
  papers: readonly CredentialPaper[],
  paper: CredentialPaper,
  subject: string,
): ReactElement<{ title?: string }> {
  const [title] = titlesOf(paper.course);
  const about = {
    title: `${WORDS.kind[0]}: ${title}`,
    author: paper.issuer,
    subject,
    creator: 'Concord',
    producer: 'Concord',
    language: 'en',
    creationDate: paper.issuedAt,
    modificationDate: paper.issuedAt,
  };
  return h(Document, about, ...papers.map(pageOf)) as ReactElement<{ title?: string }>;
}

function pageOf(paper: CredentialPaper): ReactElement {
  const parts = [headOf(paper), bodyOf(paper), factsOf(paper), proofOf(paper)];
  return h(Page, { key: paper.id, size: 'A4', orientation: 'landscape', style: styles.page }, ...parts);
}

function headOf({ issuer }: CredentialPaper): ReactElement {
  const kinds = WORDS.kind.map((kind) => h(Text, { key: kind, style: styles.kind }, kind));
  return h(
    View,
    { style: styles.head },
    h(Text, { style: styles.issuer }, issuer.normalize('NFC')),
    h(View, { style: styles.kinds }, ...kinds),
  );
}

function bodyOf(paper: CredentialPaper): ReactElement {
  const [first, second] = titlesOf(paper.course);
  const holder = paper.holder.normalize('NFC');
  return h(
    View,
    { style: styles.body },
    h(Text, { style: { ...styles.holder, fontSize: sizeFor(holder, 38, 18) } }, holder),
    paper.party === null ? null : h(Text, { style: styles.party }, paper.party.normalize('NFC')),
    h(Text, { style: styles.verb }, WORDS.verb),
    h(Text, { style: { ...styles.course, fontSize: sizeFor(first, 22, 13) } }, first),
    second === null
      ? null
      : h(Text, { style: { ...styles.courseOther, fontSize: sizeFor(second, 16, 11) } }, second),
  );
}

function factsOf(paper: CredentialPaper): ReactElement {
  const facts: [string, string][] = [
    [WORDS.issued, day(paper.issuedAt, paper.zone)],
    [WORDS.valid, paper.validUntil === null ? WORDS.always : day(paper.validUntil, paper.zone)],
  ];
  if (paper.percent !== null) facts.push([WORDS.result, `${paper.percent} %`]);
  return h(
    View,
    { style: styles.facts },
    ...facts.map(([label, value]) =>
      h(
        View,
        { key: label, style: styles.fact },
        h(Text, { style: styles.label }, label),
        h(Text, { style: styles.value }, value),
      ),
    ),
  );
}

function proofOf({ verifyUrl, id }: CredentialPaper): ReactElement {
  return h(
    View,
    { style: styles.verify },
    h(
      View,
      {},
      h(Text, { style: styles.label }, WORDS.verify),
      h(Link, { src: verifyUrl, style: styles.address }, verifyUrl),
      h(Text, { style: styles.id }, id),
    ),
    qrOf(verifyUrl),
  );
}

/** The address as a square code, drawn in one path. */
function qrOf(address: string): ReactElement {
  const { modules } = QRCode.create(address, { errorCorrectionLevel: 'M' });
  const cells = Array.from(modules.data, (dark, index) =>
    dark ? `M${index % modules.size} ${Math.floor(index / modules.size)}h1v1h-1z` : '',
  );
  return h(
    Svg,
    { width: 64, height: 64, viewBox: `0 0 ${modules.size} ${modules.size}` },
    h(Path, { d: cells.join(''), fill: ACCENT }),
  );
}

/** English first and French under it; else whatever there is. */
function titlesOf(course: Record<string, string>): [string, string | null] {
  const ordered = [course.en, course.fr, ...Object.values(course)].filter(
    (title) => title !== undefined && title !== '',
  );
  const [first = '', ...others] = ordered.map((title) => (title ?? '').normalize('NFC'));
  return [first, others.find((title) => title !== first) ?? null];
}

/** A day in both languages. */
function day(instant: Date, zone: string): string {
  const say = (language: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(instant);
  return `${say('en-GB')} · ${say('fr')}`;
}
