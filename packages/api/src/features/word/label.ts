/** A confidentiality label as an export carries it; parties by their codes, the policy by settings of the installation. */
export type Label = {
  policy: { name: string; uri: string };
  /** The classification as the policy words it, without the policy's name ("RESTRICTED"). */
  classification: string;
  releasableTo: readonly string[];
  onlyFor: readonly string[];
  caveats: readonly string[];
  originator: string;
  createdAt: Date;
};

/** A label names the policy apart from the classification: "ALLIANCE RESTRICTED" is RESTRICTED under ALLIANCE. */
export const classificationOf = (level: string, { name }: Label['policy']): string =>
  level.startsWith(`${name} `) ? level.slice(name.length + 1) : level;

const NAMESPACE = 'urn:nato:stanag:4774:confidentialitymetadatalabel:1:0';

type Category = { Type: 'PERMISSIVE' | 'RESTRICTIVE'; TagName: string; GenericValue: string[] };

/** Releasable-to and only-for permit, caveats restrict (ADatP-4774, 4.2); what is empty is left out. */
function categoriesOf(label: Label): Category[] {
  const categories: Category[] = [
    { Type: 'PERMISSIVE', TagName: 'Releasable To', GenericValue: [...label.releasableTo].sort() },
    { Type: 'PERMISSIVE', TagName: 'Only', GenericValue: [...label.onlyFor].sort() },
    { Type: 'RESTRICTIVE', TagName: 'Additional Sensitivity', GenericValue: [...label.caveats].sort() },
  ];
  return categories.filter((category) => category.GenericValue.length > 0);
}

/**
 * The label as XML after ADatP-4774 edition A. An unsigned label is informative: access is decided by the portal's own
 * marking and never read back from a file.
 */
export function labelXml(label: Label): string {
  const categories = categoriesOf(label).map(
    ({ Type, TagName, GenericValue }) =>
      `<slab:Category Type="${Type}" TagName="${TagName}">${GenericValue.map((value) => element('GenericValue', value)).join('')}</slab:Category>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<slab:originatorConfidentialityLabel xmlns:slab="${NAMESPACE}">`,
    '<slab:ConfidentialityInformation>',
    `<slab:PolicyIdentifier URI="${escaped(label.policy.uri)}">${escaped(label.policy.name)}</slab:PolicyIdentifier>`,
    element('Classification', label.classification),
    ...categories,
    '</slab:ConfidentialityInformation>',
    `<slab:OriginatorID IDType="directoryName">${escaped(label.originator)}</slab:OriginatorID>`,
    element('CreationDateTime', instant(label)),
    '</slab:originatorConfidentialityLabel>',
  ].join('');
}

/** The same label as the statement of an assertion in JSON. */
export function labelJson(label: Label) {
  return {
    schema: NAMESPACE,
    format: 'json-structured',
    value: {
      Xmlns: NAMESPACE,
      CreationTime: instant(label),
      OriginatorID: label.originator,
      ConfidentialityInformation: {
        PolicyIdentifier: { URI: label.policy.uri, Value: label.policy.name },
        Classification: label.classification,
        Category: categoriesOf(label),
      },
    },
  };
}

const instant = (label: Label) => `${label.createdAt.toISOString().slice(0, 19)}Z`;
const element = (name: string, value: string) => `<slab:${name}>${escaped(value)}</slab:${name}>`;
const escaped = (value: string) => value.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);
