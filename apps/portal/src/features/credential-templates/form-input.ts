import {
  ACCENTS,
  HOUSE,
  MARKS,
  NAMED,
  type TemplateBody,
} from '@concord/api/features/credential-templates/rules';
import type { TemplateInput } from './types.ts';

/** What a new template begins with: the house's words. */
export const FRESH = { name: '', validityMonths: null, body: HOUSE.course };

/** The command's input from what is typed. */
export function inputOf(form: FormData): TemplateInput {
  const months = textOf(form, 'validityMonths');
  return {
    name: textOf(form, 'name'),
    validityMonths: months === '' ? null : Number(months),
    body: bodyOf(form),
  };
}

/** What the page says with what is typed now: for the preview, and for the command. */
export function bodyOf(form: FormData): TemplateBody {
  const both = (name: string) => ({ en: textOf(form, `${name}.en`), fr: textOf(form, `${name}.fr`) });
  const signatory = { name: textOf(form, 'body.signatory.name'), roles: both('body.signatory.roles') };
  const signs = signatory.name !== '' || signatory.roles.en !== '' || signatory.roles.fr !== '';
  const ticked = new Set(form.getAll('names').map(String));
  return {
    titles: both('body.titles'),
    wording: both('body.wording'),
    closing: both('body.closing'),
    signatory: signs ? signatory : null,
    accent: ACCENTS.find((accent) => accent === form.get('accent')) ?? 'blue',
    mark: MARKS.find((mark) => mark === form.get('mark')) ?? 'none',
    names: NAMED.filter((name) => ticked.has(name)),
  };
}

const textOf = (form: FormData, name: string) => String(form.get(name) ?? '').trim();
