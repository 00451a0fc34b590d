import { type LedgerLine, type SeatSettings, settingsIn } from './rules.ts';
import type { SeatKind } from './schemas.ts';

/** What an act writes at a ledger's end. */
export type NewLine<Kind extends LedgerLine['kind'] = SeatKind> = {
  kind: Kind;
  personId?: string;
  partyId?: string;
  replacesId?: string;
  seats?: number;
  urgent?: boolean;
  reason?: string;
  settings?: SeatSettings;
  ruleId?: string;
};

/** Lines as they would stand at a ledger's end, in this order. */
export function following<Kind extends LedgerLine['kind']>(
  { entries, now }: { entries: readonly Pick<LedgerLine, 'place'>[]; now: Date },
  lines: readonly NewLine<Kind>[],
) {
  const first = (entries.at(-1)?.place ?? 0) + 1;
  return lines.map((line, index) => ({
    ...{ kind: line.kind, at: now, place: first + index, urgent: line.urgent ?? false },
    ...{ personId: line.personId ?? null, partyId: line.partyId ?? null, seats: line.seats ?? null },
    ...{ approval: line.settings?.approval ?? null, reofferAt: line.settings?.reofferAt ?? null },
    ...{ reason: line.reason ?? '', ruleId: line.ruleId ?? null, replacesId: line.replacesId ?? null },
  }));
}

/** The line that says what decides from here on: none where the ledger says it already. */
export function settingsLine(
  entries: readonly LedgerLine[],
  settings: SeatSettings,
  reason = '',
): NewLine<'settings'>[] {
  const last = entries.findLast(({ kind }) => kind === 'settings');
  const { approval, reofferAt } = last ? settingsIn(last, settings) : {};
  if (last && approval === settings.approval && reofferAt?.getTime() === settings.reofferAt?.getTime())
    return [];
  return [{ kind: 'settings', settings, reason }];
}
