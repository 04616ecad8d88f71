/** A JSON Schema, as far as the API's description uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly format?: string;
  readonly additionalProperties?: Schema | boolean;
}

/** A piece of a shape as people read it; `ref` names the shape that it stands for. */
export interface Part {
  readonly text: string;
  readonly ref?: string;
}

/** A shape as TypeScript would write it, in pieces. @example shapeOf({ type: 'array', items: { type: 'string' } }) // 'string[]' */
export function shapeOf(schema: Schema, indent = ''): Part[] {
  if (schema.$ref != null) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    return [{ text: name, ref: name }];
  }
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices != null)
    return join(
      choices.map(each => shapeOf(each, indent)),
      ' | ',
    );
  if (schema.const !== undefined) return [{ text: JSON.stringify(schema.const) }];
  if (schema.enum != null) return [{ text: schema.enum.map(value => JSON.stringify(value)).join(' | ') }];
  if (schema.items != null)
    return [{ text: '(' }, ...shapeOf(schema.items, indent), { text: ')[]' }].flatMap(unwrap);
  if (schema.properties != null) return fieldsOf(schema, indent);
  const type = Array.isArray(schema.type) ? schema.type.join(' | ') : (schema.type ?? 'any');
  return [{ text: schema.format ? `${type} (${schema.format})` : String(type) }];
}

function fieldsOf({ properties = {}, required = [] }: Schema, indent: string): Part[] {
  const deeper = `${indent}  `;
  const lines = Object.entries(properties).flatMap(([name, field]) => [
    { text: `\n${deeper}${name}${required.includes(name) ? '' : '?'}: ` },
    ...shapeOf(field, deeper),
  ]);
  return [{ text: '{' }, ...lines, { text: `\n${indent}}` }];
}

const join = (lists: readonly Part[][], between: string): Part[] =>
  lists.flatMap((parts, i) => (i === 0 ? parts : [{ text: between }, ...parts]));

/** Parentheses stay round choices alone. */
function unwrap(part: Part, index: number, all: readonly Part[]): Part[] {
  const inside = all.slice(1, -1).some(each => each.text === ' | ' || / \| /.test(each.text));
  if (index === 0) return inside ? [part] : [];
  if (index === all.length - 1) return [inside ? part : { text: '[]' }];
  return [part];
}
