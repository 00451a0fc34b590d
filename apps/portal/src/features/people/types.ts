import type { AppRouter } from '@concord/api/root';
import type { inferRouterOutputs } from '@trpc/server';

type Outputs = inferRouterOutputs<AppRouter>;

export type Directory = Outputs['people']['list'];
export type Party = Outputs['people']['parties'][number];
export type PersonPage = Outputs['people']['byId'];
export type Appointment = NonNullable<PersonPage['access']>['appointments'][number];
export type Attestation = NonNullable<PersonPage['access']>['attestations'][number];
export type AppointmentChoices = Outputs['people']['appointmentChoices'];
export type Level = Outputs['people']['levels'][number];
export type CohortPage = Outputs['cohorts']['byId'];
export type CohortList = Outputs['cohorts']['list'];
export type CohortChoices = Outputs['cohorts']['choices'];
export type ImportPage = Outputs['imports']['byId'];
export type ImportList = Outputs['imports']['list'];
export type MailHead = Outputs['mail']['list'][number];
export type RecordPage = Outputs['record']['list'];
