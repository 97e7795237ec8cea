import { valueText } from '../../index/value-text';
import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, some } from './markdown';

const STORE =
  /(?:^|[._])(?:\w*_)?(?:storage|store|cache|sessions?|db|database)$|_(?:events|queue|by_id)$|[a-z](?:Storage|Store|Cache|Sessions?|Events|Queue)$/i;
const CONTAINER = /(?:^|\.)(?:Map|Set|dict|list|set|defaultdict|OrderedDict|deque|LRUCache|TTLCache|LRU)$/;
/** What a browser keeps is gone with the page, and tools keep what they like. */
const NO_SERVER =
  /\.(?:tsx|jsx|vue|svelte)$|(^|\/)(?:client|frontend|mobile|hooks|public|static|plugins|scripts?|tools)\//;
/** What a limiter of the program's own counts in. */
const LIMITER = /(^|[/_-])(?:rate[-_]?limit|throttl)[\w-]*\.\w+$/i;
const FILLED = /(?:^|\.)(?:Map|Set|dict|list|set)$/;
const SHOWN = 12;

/** Data that the program keeps in its own memory: gone with the process, and not shared by several. */
export function memoryLines({ snapshot }: DocumentContext): readonly string[] {
  const found = factsOf(snapshot, 'binding').filter(
    ({ fact, path }) =>
      !NO_SERVER.test(path) &&
      (STORE.test(fact.name) || isFieldOfObject(fact.name) || LIMITER.test(path)) &&
      isEmpty(fact.value),
  );
  return found.length === 0
    ? []
    : [
        `- Kept in the process, lost when it ends: ${some(
          found.map(({ fact, path, line }) => `${code(fact.name)} (${link({ path, line })})`),
          SHOWN,
        )}`,
      ];
}

/** Fields of objects are facts only where their names or the comments beside them say that they keep data. */
function isFieldOfObject(name: string): boolean {
  return /^[A-Z]\w*\.\w+$/.test(name) && !/(?:Config|Settings|Configuration)\w*\./.test(name);
}

function isEmpty(value: Value): boolean {
  if (value.t === 'map') return Object.keys(value.entries).length === 0;
  if (value.t === 'list') return value.items.length === 0;
  if (value.t !== 'call' || !CONTAINER.test(value.callee)) return false;
  // `new Set(['paid', 'refunded'])` holds what it will ever hold; what a cache is made with is its size.
  return value.args.length === 0 || !FILLED.test(value.callee);
}

const FIELD = /^django\.db\.models\.(?:\w+\.)*(FileField|ImageField)$/;
const SERVED = /(?:^|\.)StaticFiles$|^express(?:\.default)?\.static$/;
const DISK = /^multer(?:\.default)?\.diskStorage$|^multer(?:\.default)?$/;

/** Where uploads go and which folders are served, as far as the code names a path. */
export function fileStorageLines({ snapshot }: DocumentContext): readonly string[] {
  const calls = factsOf(snapshot, 'call');
  const uploads = calls.flatMap((call) => uploadText(call) ?? []);
  const served = calls.flatMap(({ fact, path, line }) => {
    if (!SERVED.test(fact.callee)) return [];
    const folder = textOf(fact.keywords['directory'] ?? fact.args[0]);
    return folder === undefined ? [] : [`${code(folder)} (${link({ path, line })})`];
  });
  return [
    ...(uploads.length === 0 ? [] : [`- Uploads are stored under: ${some(uploads, SHOWN)}`]),
    ...(served.length === 0 ? [] : [`- Folders that are served: ${some(served, SHOWN)}`]),
  ];
}

function uploadText({ fact, path, line }: Placed<'call'>): string | undefined {
  const place = link({ path, line });
  const field = FIELD.exec(fact.callee)?.[1];
  if (field !== undefined) {
    const folder = textOf(fact.keywords['upload_to']);
    return folder === undefined ? undefined : `${code(folder)} (${code(field)}, ${place})`;
  }
  if (!DISK.test(fact.callee)) return undefined;
  const options = fact.args[0]?.t === 'map' ? fact.args[0].entries : fact.keywords;
  const folder = textOf(options['destination'] ?? options['dest']);
  if (folder !== undefined) return `${code(folder)} (${code('multer')}, ${place})`;
  return fact.callee.endsWith('diskStorage') ? `a folder of the disk (${code('multer')}, ${place})` : undefined;
}

function textOf(value: Value | undefined): string | undefined {
  if (value === undefined || (value.t !== 'string' && value.t !== 'env' && value.t !== 'template')) return undefined;
  const text = valueText(value);
  return text === undefined || text === '' ? undefined : text;
}
