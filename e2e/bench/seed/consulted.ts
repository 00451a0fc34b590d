import { keyring, sealAmendment, sealVersion } from '@concord/api/testing/bench';
import type postgres from 'postgres';
import { idAt } from './ids.ts';
import { digestOf } from './people.ts';

/** A long text under consultation, as large as one is meant to be. */
export interface SeededText {
  textId: string;
}

const PARAGRAPHS = 300;
const AMENDMENTS = 500;
const WORDS =
  'Allies recognise that what is agreed here binds those who agree to it, that it is read in every capital by people who were not in the room, and that each word of it is looked at by somebody whose task is to find another. ';

type Of = { kek: Buffer; marking: string; body: string };

/** A text of 300 paragraphs in two versions, every third of them changed, and 500 amendments to the second. */
export async function seedText(sql: postgres.Sql, { kek, marking, body }: Of): Promise<SeededText> {
  const keys = keyring(kek);
  const textId = idAt(Date.now());
  const { key, wrapped } = keys.create(textId);
  await sql`insert into text (id, body_id, title, marking_id, created_by, created_at)
    select ${textId}, ${body}, 'A long text', ${marking}, id, now() from bench_person where n = 1`;
  await sql`insert into container_key (container_id, wrapped, kek_id) values (${textId}, ${wrapped}, ${keys.kekId})`;
  const ids = Array.from({ length: PARAGRAPHS }, () => idAt(Date.now()));
  const versions = [1, 2].map((number) => ({ number, id: idAt(Date.now() + number) }));
  for (const { number, id } of versions) {
    const content = { paragraphs: ids.map((one, index) => paragraph(one, index, number)), note: '' };
    await sql`insert into text_version (id, text_id, number, content_hash, paragraphs, sealed, marking_id, made_by, made_at)
      select ${id}, ${textId}, ${number}, ${digestOf(JSON.stringify(content))}, ${PARAGRAPHS}, ${sealVersion(key, content, id)},
        ${marking}, p.id, now() + make_interval(secs => ${number}) from bench_person p where p.n = 1`;
  }
  const base = versions.at(-1)?.id ?? '';
  const made = Array.from({ length: AMENDMENTS }, (_, index) => {
    const id = idAt(Date.now() + index);
    const words = `${WORDS.repeat(2)}Number ${index} would say it otherwise.`;
    const sealed = sealAmendment(key, { words, reason: 'It reads better.' }, id).toString('base64');
    return { id, sealed, paragraph: ids[(index * 7) % PARAGRAPHS] ?? '' };
  });
  await sql`insert into amendment (id, text_id, base_version_id, kind, paragraph_id, sealed, marking_id, party_id, tabled_by, tabled_at)
    select x.id, ${textId}, ${base}, 'replace', x.paragraph, decode(x.sealed, 'base64'), ${marking}, p.party_id, p.id, now()
    from unnest(${made.map((one) => one.id)}::uuid[], ${made.map((one) => one.sealed)}::text[],
      ${made.map((one) => one.paragraph)}::uuid[]) with ordinality as x(id, sealed, paragraph, n)
    join bench_person p on p.n = 1 + x.n % 32`;
  return { textId };
}

/** A paragraph of about 450 characters; in the second version each third one says something else. */
function paragraph(id: string, index: number, version: number) {
  const changed = version === 2 && index % 3 === 0;
  const text = `${WORDS.repeat(2)}${changed ? 'What is said in' : 'This is'} paragraph ${index + 1}${changed ? ' is new.' : '.'}`;
  return { id, kind: 'paragraph' as const, parts: [{ text }] };
}
