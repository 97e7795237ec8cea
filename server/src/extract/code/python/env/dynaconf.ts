import type { Fact } from '../../../../model/facts';
import { defaultText } from '../../../redact';
import { isIn } from '../../scan';
import { readArguments } from '../arguments';
import { resolveCallee } from '../calls';
import { type PythonContext, placeAt } from '../context';
import { plainString } from '../literals';

const MADE = /\bDynaconf\(/;
/** Names that belong to Dynaconf's settings object itself. */
const OWN =
  /^(get|set|update|reload|exists|as_dict|to_dict|from_env|setenv|using_env|validators|configure|current_env|load_file|fresh|unset|clean|keys|values|items|as_bool|as_int|as_float|as_json|get_fresh|settings_module|current_namespace|dynaconf)$/;

/**
 * Variables of a Dynaconf object that this file makes with a literal prefix: `settings.PORT` is `APP_PORT`. Its settings
 * files give defaults, so without any the variable is all there is.
 */
export function dynaconfFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(MADE, context.source.file)) return [];
  return context.source.assigns.flatMap((site): readonly Fact[] => {
    if (!/^\w+$/.test(site.target)) return [];
    const right = site.node.childForFieldName('right');
    const call = context.source.calls.find((found) => found.node.startIndex === right?.startIndex);
    if (call === undefined || resolveCallee(context, call)?.path !== 'dynaconf.Dynaconf') return [];
    const { keywords } = readArguments(call.args, context.text);
    const written = keywords.get('envvar_prefix');
    const prefix = written === undefined ? 'DYNACONF' : written.type === 'false' ? '' : plainString(written.text);
    if (prefix === undefined) return [];
    const hasFiles = [...keywords.keys()].some((key) => /^settings_files?$|^includes$|^preload$/.test(key));
    return uses(context, site.target, site.node.endIndex).map(
      ({ name, start, fallback }): Fact => ({
        kind: 'envRead',
        name: `${prefix === '' ? '' : `${prefix}_`}${name}`.toUpperCase(),
        accessor: 'Dynaconf',
        presence: hasFiles || fallback !== undefined ? 'default' : 'bare',
        ...(fallback !== undefined && { default: defaultText(name, fallback) }),
        ...placeAt(context, start, start + name.length),
        boundTo: `${site.target}.${name}`,
      }),
    );
  });
}

interface Use {
  readonly name: string;
  readonly start: number;
  /** The literal of `settings.get("PORT", 80)`. */
  readonly fallback?: string;
}

/** Where a name's attributes are read in code, comments and strings left out. */
function uses(context: PythonContext, object: string, from: number): readonly Use[] {
  const { text, source, names } = context;
  const found: Use[] = [];
  const attribute = String.raw`\.([A-Za-z_]\w*)\b(?!\s*(?:=[^=]|\())`;
  const literal = String.raw`(?:"([^"\\\n]*)"|'([^'\\\n]*)'|(-?[\d.]+|True|False|None))`;
  const key = String.raw`(?:\.get\(|\[)\s*["']([A-Za-z_]\w*)["'](?:\s*,\s*${literal})?\s*[)\],](?!\s*=[^=])`;
  const pattern = new RegExp(`(?<![\\w.])${object}(?:${attribute}|${key})`, 'g');
  pattern.lastIndex = from;
  const comments = new Map(source.comments.map((comment) => [comment.line, comment.start]));
  const strings = source.strings.map(({ node }) => ({
    start: node.startIndex,
    end: node.endIndex,
    text: text[node.startIndex],
  }));
  for (let match = pattern.exec(text); match !== null && found.length < 500; match = pattern.exec(text)) {
    const name = match[1] ?? match[2] ?? '';
    const at = match.index;
    const comment = comments.get(source.positions.lineAt(at));
    if ((match[1] !== undefined && OWN.test(name)) || (comment !== undefined && comment < at)) continue;
    if (strings.some((range) => range.start < at && at < range.end && !/[fF]/.test(range.text ?? ''))) continue;
    const [binding] = names.lookup(object, at);
    if (binding?.kind === 'value') {
      const fallback = match[3] ?? match[4] ?? match[5];
      const start = match.index + match[0].indexOf(name, object.length);
      found.push({ name, start, ...(fallback !== undefined && { fallback }) });
    }
  }
  return found;
}
