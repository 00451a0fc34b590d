import { newId } from '@concord/db/ids';

/** What a generated input may name: the scene's things, each under the name that inputs use. */
export type Things = Readonly<Record<string, unknown>>;

type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  minItems?: number;
  items?: Schema;
  prefixItems?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  $ref?: string;
  $defs?: Record<string, Schema>;
  propertyNames?: Schema;
  additionalProperties?: Schema | boolean;
};

const NOTHING = '00000000-0000-7000-8000-0000000000ff';

/**
 * The smallest input that a procedure's JSON Schema takes: required values only and those of `also`, each the scene's own
 * where its name is known there, so that what is refused is refused for who asks and not for what is asked.
 */
export function inputFor(schema: unknown, things: Things, also: ReadonlySet<string> = new Set()): unknown {
  return schema === null ? undefined : value(schema as Schema, '', things, { ...(schema as Schema), also });
}

type Root = Schema & { also: ReadonlySet<string> };

function value(schema: Schema, name: string, things: Things, root: Root): unknown {
  if (name === 'commandId') return newId();
  if (name in things) return schema.type === 'array' ? [things[name]].flat() : things[name];
  if (schema.$ref) return value(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {}, name, things, root);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [one] = schema.anyOf ?? schema.oneOf ?? [];
  if (one) return value(one, name, things, root);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        keysOf(schema, root.also).map((key) => [
          key,
          value(schema.properties?.[key] ?? {}, key, things, root),
        ]),
      );
    case 'array':
      return schema.prefixItems
        ? schema.prefixItems.map((item) => value(item, name, things, root))
        : [value(schema.items ?? {}, name.replace(/s$/, ''), things, root)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return false;
    case 'null':
      return null;
    default:
      return text(schema);
  }
}

/** What an object must have, and what else is asked for. */
function keysOf({ required = [], properties = {} }: Schema, also: ReadonlySet<string>): string[] {
  const wanted = (key: string) => also.has(key) || also.has(key.replace(/s$/, ''));
  return Object.keys(properties).filter((key) => required.includes(key) || wanted(key));
}

function text({ format, pattern, minLength = 0 }: Schema): string {
  if (format === 'uuid') return NOTHING;
  if (format === 'date-time') return '2090-01-01T12:00:00Z';
  if (format === 'date') return '2090-01-01';
  if (pattern?.includes('{43}')) return 'a'.repeat(43);
  return 'some-words'.padEnd(minLength, '-');
}
