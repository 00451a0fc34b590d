'use client';

import { useLocale, useTranslations } from 'next-intl';
import { Link } from '#components/ui/link.tsx';
import { Cell, ColumnHead, RowHead, Table } from '#components/ui/table.tsx';
import { paths } from '#features/paths.ts';
import { inLocale } from '#features/people/in-locale.ts';
import { PlanDialog } from './plan-dialog.tsx';
import { RoleForm } from './role-form.tsx';
import type { PlannedRole, Planning } from './types.ts';

/** The roles people play, each with its seats and what it asks for. */
export function RolesPlan({ exerciseId, planning }: { exerciseId: string; planning: Planning }) {
  const t = useTranslations('exercise.plan');
  return (
    <section aria-labelledby="roles">
      <h2 id="roles" className="mb-3">
        {t('roles')}
      </h2>
      {planning.roles.length === 0 ? (
        <p className="mb-3 text-ink-2">{t('noRoles')}</p>
      ) : (
        <RolesTable exerciseId={exerciseId} planning={planning} />
      )}
      <PlanDialog action={t('addRole')} title={t('addRole')}>
        {(close) => <RoleForm exerciseId={exerciseId} planning={planning} known={null} onDone={close} />}
      </PlanDialog>
    </section>
  );
}

function RolesTable({ exerciseId, planning }: { exerciseId: string; planning: Planning }) {
  const t = useTranslations('exercise.plan');
  const colours = useTranslations('exercise.colours');
  const locale = useLocale();
  const seatsOf = (role: PlannedRole) =>
    role.parties.reduce((all, { seats }) => all + seats, 0) + role.sharedSeats;
  return (
    <div className="mb-3">
      <Table caption={t('roles')}>
        <thead>
          <tr>
            <ColumnHead>{t('role')}</ColumnHead>
            <ColumnHead className="max-md:hidden">{t('colour')}</ColumnHead>
            <ColumnHead className="text-right">{t('seats')}</ColumnHead>
            <ColumnHead className="text-right">{t('parties')}</ColumnHead>
            <ColumnHead className="text-right">{t('needs')}</ColumnHead>
            <ColumnHead>{t('change')}</ColumnHead>
          </tr>
        </thead>
        <tbody>
          {planning.roles.map((role) => (
            <tr key={role.id}>
              <RowHead className="min-w-32 wrap-anywhere">{inLocale(locale, role)}</RowHead>
              <Cell className="max-md:hidden">{colours(role.colour)}</Cell>
              <Cell className="text-right tabular-nums">{seatsOf(role)}</Cell>
              <Cell className="text-right tabular-nums">{role.parties.length}</Cell>
              <Cell className="text-right tabular-nums">
                {role.courseIds.length +
                  [role.level, role.workRoleId, role.language].filter((one) => one !== null).length}
              </Cell>
              <Cell>
                <span className="flex flex-wrap items-center gap-2">
                  <PlanDialog action={t('change')} about={role.nameEn} title={t('changeRole')}>
                    {(close) => (
                      <RoleForm exerciseId={exerciseId} planning={planning} known={role} onDone={close} />
                    )}
                  </PlanDialog>
                  <Link
                    href={paths.mapping('exerciseRole', role.id)}
                    className="text-sm text-accent underline"
                  >
                    {t('competences')}
                    <span className="sr-only">: {role.nameEn}</span>
                  </Link>
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
