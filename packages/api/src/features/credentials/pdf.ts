import { Document, Link, Page, Path, renderToBuffer, Svg, Text, View } from '@react-pdf/renderer';
import { createElement as h, type ReactElement } from 'react';
import { qrOf } from '../../qr.ts';
import {
  bothOf,
  coursesLine,
  factLines,
  MARK_PATHS,
  type TemplateBody,
  titlesOf,
} from '../credential-templates/rules.ts';
import { fontsReady } from './fonts.ts';
import { COLOURS, sizeFor, styles } from './pdf-styles.ts';

/** What a credential says: what its public page shows, in the words of the template it was given under. */
export type CredentialPaper = {
  id: string;
  holder: string;
  party: string | null;
  /** The title of the course or path by language; English and French are set where there are both. */
  course: Record<string, string>;
  issuer: string;
  template: TemplateBody;
  issuedAt: Date;
  validUntil: Date | null;
  percent: number | null;
  minutes: number | null;
  version: number | null;
  /** A path's courses by language. */
  courses: readonly Record<string, string>[];
  verifyUrl: string;
  /** The alliance's zone, in which days are counted. */
  zone: string;
};

/** Sets a credential as a PDF: one A4 page across, English and French, fonts embedded. */
export async function credentialPdf(paper: CredentialPaper): Promise<Uint8Array> {
  await fontsReady();
  return new Uint8Array(await renderToBuffer(documentOf([paper], paper, paper.holder)));
}

/** Sets several as one PDF, a page each, to be printed at once. */
export async function credentialsPdf(
  papers: readonly [CredentialPaper, ...CredentialPaper[]],
  about: string,
): Promise<Uint8Array> {
  await fontsReady();
  return new Uint8Array(await renderToBuffer(documentOf(papers, papers[0], about)));
}

function documentOf(
  papers: readonly CredentialPaper[],
  paper: CredentialPaper,
  subject: string,
): ReactElement<{ title?: string }> {
  const [title] = titlesOf(paper.course);
  const about = {
    title: `${paper.template.titles.en.normalize('NFC')}: ${title}`,
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

function headOf({ issuer, template }: CredentialPaper): ReactElement {
  const { titles, accent, mark } = template;
  const kinds = [...new Set([titles.en, titles.fr])].map((kind) =>
    h(Text, { key: kind, style: styles.kind }, kind.normalize('NFC')),
  );
  return h(
    View,
    { style: { ...styles.head, borderBottomColor: COLOURS[accent] } },
    h(
      View,
      { style: styles.issued },
      mark === 'none' ? null : markOf(mark, COLOURS[accent]),
      h(Text, { style: { ...styles.issuer, color: COLOURS[accent] } }, issuer.normalize('NFC')),
    ),
    h(View, { style: styles.kinds }, ...kinds),
  );
}

function markOf(mark: keyof typeof MARK_PATHS, colour: string): ReactElement {
  const path = h(Path, { d: MARK_PATHS[mark], fill: 'none', stroke: colour, strokeWidth: 1.5 });
  return h(Svg, { width: 22, height: 22, viewBox: '0 0 24 24' }, path);
}

function bodyOf(paper: CredentialPaper): ReactElement {
  const { wording, closing, names } = paper.template;
  const [first, second] = titlesOf(paper.course);
  const holder = paper.holder.normalize('NFC');
  const under = [coursesLine(paper, names), bothOf(closing)].filter(Boolean);
  return h(
    View,
    { style: styles.body },
    h(Text, { style: { ...styles.holder, fontSize: sizeFor(holder, 38, 18) } }, holder),
    paper.party === null ? null : h(Text, { style: styles.party }, paper.party.normalize('NFC')),
    h(Text, { style: styles.verb }, bothOf(wording).normalize('NFC')),
    h(Text, { style: { ...styles.course, fontSize: sizeFor(first, 22, 13) } }, first),
    second === null
      ? null
      : h(Text, { style: { ...styles.courseOther, fontSize: sizeFor(second, 16, 11) } }, second),
    ...under.map((words) => h(Text, { key: words, style: styles.under }, words.normalize('NFC'))),
  );
}

function factsOf({ template, issuedAt, validUntil, zone, ...paper }: CredentialPaper): ReactElement {
  const days = { issued: day(issuedAt, zone), until: validUntil && day(validUntil, zone) };
  return h(
    View,
    { style: styles.facts },
    ...factLines({ ...paper, ...days }, template.names).map(([label, value]) =>
      h(
        View,
        { key: label, style: styles.fact },
        h(Text, { style: styles.label }, label),
        h(Text, { style: styles.value }, value),
      ),
    ),
  );
}

function proofOf({ verifyUrl, id, template }: CredentialPaper): ReactElement {
  const colour = COLOURS[template.accent];
  return h(
    View,
    { style: styles.verify },
    h(
      View,
      { style: styles.proof },
      h(Text, { style: styles.label }, 'Check this certificate · Vérifier cette attestation'),
      h(Link, { src: verifyUrl, style: { ...styles.address, color: colour } }, verifyUrl),
      h(Text, { style: styles.id }, id),
    ),
    signedBy(template),
    codeOf(verifyUrl, colour),
  );
}

/** Who signs: a line to sign on, the name, the office in both languages. */
function signedBy({ signatory }: TemplateBody): ReactElement | null {
  if (signatory === null) return null;
  return h(
    View,
    { style: styles.signatory },
    h(Text, { style: styles.signer }, signatory.name.normalize('NFC')),
    h(Text, { style: styles.label }, bothOf(signatory.roles).normalize('NFC')),
  );
}

/** The address as a square code, drawn in one path. */
function codeOf(address: string, fill: string): ReactElement {
  const { size, path } = qrOf(address);
  return h(Svg, { width: 64, height: 64, viewBox: `0 0 ${size} ${size}` }, h(Path, { d: path, fill }));
}

/** A day in both languages. */
function day(instant: Date, zone: string): string {
  const say = (language: string) =>
    new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(instant);
  return `${say('en-GB')} · ${say('fr')}`;
}
