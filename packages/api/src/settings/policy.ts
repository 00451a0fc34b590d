import { z } from 'zod';
import type { Fields } from './fields.ts';

/** The security policy that labels of exports name (ADatP-4774, PolicyIdentifier). */
export interface PolicySettings {
  name: string;
  /** `urn:oid:…` */
  uri: string;
}

/** The fictional policy of the demo alliance: a UUID as an object identifier (ITU-T X.667), which nobody else holds. */
const FICTIONAL: PolicySettings = {
  name: 'ALLIANCE',
  uri: 'urn:oid:2.25.164987389160677887922899468086411163457',
};

const policyName = z
  .string()
  .max(100)
  .regex(/^[^\p{C}]+$/u);
const policyUri = z
  .string()
  .max(200)
  .regex(/^urn:oid:[0-2](\.(0|[1-9]\d*))+$/);

/** The policy's name and identifier; both are given, or neither. */
export function readPolicy(fields: Fields): PolicySettings {
  const name = fields.read(
    'CONCORD_POLICY_NAME',
    policyName,
    'the name of a security policy, such as ALLIANCE',
  );
  const uri = fields.read('CONCORD_POLICY_ID', policyUri, 'an object identifier such as urn:oid:2.25.1');
  if (name && uri) return { name, uri };
  if (fields.has('CONCORD_POLICY_NAME') !== fields.has('CONCORD_POLICY_ID'))
    fields.report(
      'CONCORD_POLICY_ID',
      'CONCORD_POLICY_NAME and CONCORD_POLICY_ID belong together: set both, or neither.',
    );
  return FICTIONAL;
}
