import { allies } from './parties.ts';
import { advisoryRelease } from './threads/advisory-release.ts';
import { assemblyLogistics } from './threads/assembly-logistics.ts';
import { attributionLanguage } from './threads/attribution-language.ts';
import { cablesVersionThree } from './threads/cables-version-three.ts';
import { calendarDeconfliction } from './threads/calendar-deconfliction.ts';
import { concordance } from './threads/concordance-des-versions.ts';
import { contactsAtAnyHour } from './threads/contacts-at-any-hour.ts';
import { credentialValidity } from './threads/credential-validity.ts';
import { naviresReparateurs } from './threads/navires-reparateurs.ts';
import { paragraphSevenDrafters } from './threads/paragraph-seven-drafters.ts';
import { partnerObservers } from './threads/partner-observers.ts';
import { pilotBeforeThePatch } from './threads/pilot-before-the-patch.ts';
import { pointsReportes } from './threads/points-reportes.ts';
import { ransomGuidance } from './threads/ransom-guidance.ts';
import { sevenDayQuestion } from './threads/seven-day-question.ts';
import { whoReviewsTheFrench } from './threads/who-reviews-the-french.ts';
import type { ReleasableSeed, ThreadSeed } from './types.ts';

/** Every thread of the demo, by body. */
export const threads: readonly ThreadSeed[] = [
  attributionLanguage,
  cablesVersionThree,
  paragraphSevenDrafters,
  ransomGuidance,
  concordance,
  assemblyLogistics,
  pointsReportes,
  calendarDeconfliction,
  partnerObservers,
  sevenDayQuestion,
  pilotBeforeThePatch,
  advisoryRelease,
  contactsAtAnyHour,
  naviresReparateurs,
  credentialValidity,
  whoReviewsTheFrench,
];

/** The parties a marking names, written out. */
export const releasableParties = (releasable: ReleasableSeed): readonly string[] =>
  releasable === 'ALLIES' ? allies : releasable;
