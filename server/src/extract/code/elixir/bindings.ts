import type { BindingFact } from '../../../model/facts';
import { headOf } from '../ranges';
import type { CallContext } from './calls';
import { hideByName } from './literals';

/** Attributes that Elixir itself reads. */
const RESERVED = new Set(
  `moduledoc doc typedoc spec type typep opaque callback macrocallback impl behaviour derive deprecated since dialyzer
  before_compile after_compile on_load on_definition enforce_keys compile external_resource optional_callbacks shortdoc
  primary_key foreign_key_type timestamps_opts schema_prefix tag moduletag describetag vsn file recursive requirements
  preferred_cli_env`.split(/\s+/),
);

/** Module attributes with a literal value: `@model "x"`. */
export function readBindings({ source, values }: CallContext): readonly BindingFact[] {
  const facts: BindingFact[] = [];
  for (const attribute of source.attributes) {
    if (RESERVED.has(attribute.name)) continue;
    const value = values.of(attribute.value);
    if (value.t === 'other' || value.t === 'ref') continue;
    const module = source.outline.moduleAt(attribute.start);
    facts.push({
      kind: 'binding',
      name: module === undefined ? `@${attribute.name}` : `${module}.@${attribute.name}`,
      value: hideByName(attribute.name, value),
      exported: false,
      range: headOf(attribute.node),
      ...source.scopeAt(attribute.start),
    });
  }
  return facts;
}
