import { colours as exerciseColours } from '@concord/api/features/exercises/rules';
import { dayEdge, dayOf } from '#i18n/format.ts';
import type { Input, Requirement } from './types.ts';

/** A requirement as its form holds it: days as they are typed. */
export type Values = {
  titleEn: string;
  titleFr: string;
  subject: Input['subject'];
  role: string;
  subjectId: string;
  partyIds: readonly string[];
  /** `course:<id>`, `level:<rank>`, or `part:<role or any>:<months>`. */
  needs: readonly string[];
  validOn: string;
  validMonths: string;
  renewalDays: string;
  remindDays: string;
  graceDays: string;
};

/** What an empty form holds. */
export const emptyValues: Values = {
  ...{ titleEn: '', titleFr: '', subject: 'workRole', role: '', subjectId: '', partyIds: [], needs: [''] },
  ...{ validOn: '', validMonths: '', renewalDays: '60', remindDays: '60, 30, 7', graceDays: '0' },
};

/** A requirement that stands, for its form. */
export function valuesOf(one: Requirement, zone: string): Values {
  return {
    titleEn: one.titleEn,
    titleFr: one.titleFr,
    subject: one.subject,
    role: one.role ?? '',
    subjectId: one.subjectId ?? '',
    partyIds: one.parties.map(({ id }) => id),
    needs: one.needs.map(({ kind, courseId, level, colour, months }) => {
      if (kind === 'part') return `part:${colour ?? 'any'}:${months}`;
      return kind === 'credential' ? `course:${courseId}` : `level:${level}`;
    }),
    validOn: one.validOn ? dayOf(one.validOn, zone) : '',
    validMonths: one.validMonths === null ? '' : String(one.validMonths),
    renewalDays: String(one.renewalDays),
    remindDays: one.remindDays.join(', '),
    graceDays: String(one.graceDays),
  };
}

/** What is typed, as the API takes it. A day means its end; a number that is none is left for the API to refuse. */
export function inputOf(form: FormData, zone: string): Input {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const days = (name: string) => (text(name) === '' ? 0 : Number(text(name)));
  const subject = text('subject') as Input['subject'];
  const withId = subject !== 'everyone' && subject !== 'appointment';
  return {
    titleEn: text('titleEn'),
    titleFr: text('titleFr'),
    subject,
    role: subject === 'appointment' ? ((text('role') || null) as Input['role']) : null,
    subjectId: withId ? text('subjectId') || null : null,
    partyIds: form.getAll('party').map(String),
    needs: needsOf(form.getAll('need').map(String), form.getAll('needMonths').map(String)),
    validOn: text('validOn') ? dayEdge(text('validOn'), zone, 'end') : null,
    validMonths: text('validMonths') === '' ? null : Number(text('validMonths')),
    renewalDays: days('renewalDays'),
    remindDays: text('remindDays')
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number),
    graceDays: days('graceDays'),
  };
}

/** What is asked, line by line; only the lines of parts have months, in the same order. */
function needsOf(values: readonly string[], months: string[]): Input['needs'] {
  return values.filter(Boolean).map((value) => needOf(value, () => months.shift() ?? ''));
}

function needOf(value: string, nextMonths: () => string): Input['needs'][number] {
  const [kind, id = ''] = value.split(':');
  if (kind === 'part') {
    const colour = exerciseColours.find((one) => one === id) ?? null;
    return { kind, colour, months: Number(nextMonths().trim() || 'none') };
  }
  return kind === 'level' ? { kind: 'attestation', level: Number(id) } : { kind: 'credential', courseId: id };
}
