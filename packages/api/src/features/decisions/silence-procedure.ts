import type { silences } from '@concord/db/schema/silence';
import type { Context } from '../../context.ts';
import type { SilenceEvent } from '../silence/rules.ts';
import type { Said } from '../silence/write.ts';
import { besideAad } from '../texts/seals.ts';
import { partiesBy } from './material.ts';
import type { SilenceAuthors } from './settle.ts';
import type { DecisionSheet } from './sheet.ts';

type Run = {
  silence: typeof silences.$inferSelect;
  events: readonly SilenceEvent[];
  authors: SilenceAuthors;
  openedAt: Date;
  expiresAt: Date;
};

type BySilence = Extract<DecisionSheet['procedure'], { kind: 'silence' }>;

/** What a sheet says of the silence that adopted a text, and whom it bound. Who broke it is told where the body names them. */
export async function silenceProcedure(ctx: Context, run: Run) {
  const { silence, events, authors, openedAt, expiresAt } = run;
  const said = new Map(
    authors.rows.map((row) => [
      row.eventId,
      { ...row, said: JSON.parse(authors.open(row.sealed, besideAad('silence', row.eventId))) as Said },
    ]),
  );
  const opening = events.find(({ kind }) => kind === 'open');
  const served = opening && said.get(opening.id)?.said.servedOtherwise;
  const nations = await partiesBy(ctx, [
    ...authors.rows.flatMap(({ partyId }) => partyId ?? []),
    ...(served?.partyIds ?? []),
  ]);
  const codeOf = (id: string | null | undefined) => nations.find((one) => one.id === id)?.code ?? null;
  const procedure: BySilence = {
    kind: 'silence',
    pace: silence.pace,
    minimumHours: silence.minimumHours,
    openedAt: openedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    extensions: moved(events, 'extend', said),
    resumptions: moved(events, 'resume', said),
    breaks: events
      .filter(({ kind }) => kind === 'break')
      .map(({ id, at }) => {
        const author = said.get(id);
        const lifted = events.find(({ kind, about }) => kind === 'lift' && about === id);
        return {
          at: at.toISOString(),
          liftedAt: lifted?.at.toISOString() ?? null,
          nation: author?.shown ? codeOf(author.partyId) : null,
          reason: author?.shown ? (author.said.reason ?? '') : null,
        };
      }),
    servedOtherwise:
      (served && {
        nations: served.partyIds.flatMap((id) => codeOf(id) ?? []).sort(),
        how: served.how,
      }) ||
      null,
  };
  return {
    procedure,
    bound: silence.bound.map((id) => ({ id, acknowledgedAt: firstReceipt(events, said, id) })),
  };
}

type SaidBy = ReadonlyMap<string, { said: Said; partyId: string | null }>;

/** Later ends, with the chair's reasons. */
function moved(events: readonly SilenceEvent[], kind: 'extend' | 'resume', said: SaidBy) {
  return events
    .filter((event) => event.kind === kind)
    .map(({ id, at, until }) => ({
      at: at.toISOString(),
      until: (until ?? at).toISOString(),
      reason: said.get(id)?.said.reason ?? '',
    }));
}

/** When a nation first said that it has the text before it. */
function firstReceipt(events: readonly SilenceEvent[], said: SaidBy, partyId: string): Date | null {
  const first = events.find(({ id, kind }) => kind === 'acknowledge' && said.get(id)?.partyId === partyId);
  return first?.at ?? null;
}
