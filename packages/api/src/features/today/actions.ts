import { sql } from 'drizzle-orm';
import { endOfDay } from '../../days.ts';
import { opener } from '../../sealing/sealing.ts';
import { decisionNumber } from '../decisions/rules.ts';
import { besideAad } from '../texts/seals.ts';
import type { Reading } from './reader.ts';

const SHOWN = 20;

type Row = {
  id: string;
  sealed: Buffer;
  due_on: string | null;
  decision_id: string;
  marking_id: string;
  text_id: string;
  code: string;
  year: number;
  sequence: number;
  time_zone: string;
};

/** What the person, or their delegation, has to do after decisions, until it is done; due at the end of a day where the body sits. */
export async function openActions(reading: Reading) {
  const { tx, personId, partyId } = reading;
  const rows = await tx.execute<Row>(sql`
    select a.id, a.sealed, a.due_on::text, a.decision_id, d.marking_id, d.text_id, b.code, n.year, n.sequence, b.time_zone
    from decision_action a
    join decision d on d.id = a.decision_id
    join decision_number n on n.id = d.id
    join body b on b.id = d.body_id
    where a.done_at is null and (a.person_id = ${personId}
      or a.party_id = ${partyId} and d.body_id = any((select concord.delegated())::uuid[]))
    order by a.due_on nulls last, a.id limit ${SHOWN}`);
  const items = [];
  for (const textId of new Set(rows.map((row) => row.text_id))) {
    const open = await opener(reading, textId);
    for (const row of rows.filter((one) => one.text_id === textId)) {
      items.push({
        id: row.id,
        due: row.due_on === null ? null : endOfDay(row.due_on, row.time_zone),
        decisionId: row.decision_id,
        markingId: row.marking_id,
        number: decisionNumber(row.code, row.year, row.sequence),
        what: open(row.sealed, besideAad('action', row.id)),
      });
    }
  }
  return items;
}
