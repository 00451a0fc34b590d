import { WANTED } from '#features/credential-templates/template-field.tsx';
import type { About } from './types.ts';

/** The facts of a course as their form holds them. */
export type Facts = {
  category: string;
  minutes: number;
  validityMonths: number;
  /** Empty: as the house's; or the one kept in mind. */
  template: string;
  sequence: 'free' | 'inOrder';
  prerequisites: string[];
  openEnrolment: boolean;
  licence: string;
  audience: 'allies' | 'everyone';
  level: number;
};

/** As they stand on the server. */
export const factsOf = ({ facts, marking, prerequisites }: About): Facts => ({
  ...{ category: facts.category, minutes: facts.minutes, validityMonths: facts.validityMonths ?? 0 },
  template: facts.templateId ?? (facts.templateWanted ? WANTED : ''),
  ...{ sequence: facts.sequence, openEnrolment: facts.openEnrolment, licence: facts.licence },
  prerequisites: prerequisites.toSorted(),
  ...{ audience: marking.audience, level: marking.level },
});

/** As they stand in the form's fields. */
export function factsIn(form: FormData): Facts {
  const number = (name: string) => Math.round(Number(form.get(name) ?? 0)) || 0;
  return {
    ...{ category: String(form.get('category')), licence: String(form.get('licence') ?? '') },
    ...{ minutes: number('minutes'), validityMonths: number('validityMonths'), level: number('level') },
    template: String(form.get('templateId') ?? ''),
    sequence: form.get('sequence') === 'inOrder' ? 'inOrder' : 'free',
    prerequisites: form.getAll('prerequisites').map(String).toSorted(),
    openEnrolment: form.get('openEnrolment') === 'on',
    audience: form.get('audience') === 'everyone' ? 'everyone' : 'allies',
  };
}

/** As the command takes them. A marking that stands is left as it is: it may say more than the form can. */
export function factsInput(facts: Facts, standing: Pick<Facts, 'audience' | 'level'>) {
  const { template, validityMonths, audience, level, ...same } = facts;
  const marked = audience === standing.audience && level === standing.level;
  return {
    ...same,
    validityMonths: validityMonths || null,
    templateId: template === WANTED ? null : template || null,
    keepsWanted: template === WANTED,
    marking: marked ? null : { audience, level },
  };
}
