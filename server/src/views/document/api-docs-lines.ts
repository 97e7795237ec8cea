import { valueText } from '../../index/value-text';
import type { Keywords } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf, type Placed } from './facts-of';
import { code, link, plain } from './markdown';

interface DocsOfFramework {
  readonly callee: RegExp;
  readonly name: string;
  /** Keyword, path where it is not given, what is served there. */
  readonly pages: readonly (readonly [string, string, string])[];
}

/** Frameworks that serve a description of the API by themselves. */
const FRAMEWORKS: readonly DocsOfFramework[] = [
  {
    callee: /^fastapi\.(applications\.)?FastAPI$/,
    name: 'FastAPI',
    pages: [
      ['docs_url', '/docs', 'Swagger UI'],
      ['redoc_url', '/redoc', 'ReDoc'],
      ['openapi_url', '/openapi.json', 'OpenAPI'],
    ],
  },
];

/** Title and version of an API, and where its description is served; addresses by default are told as such. */
export function apiDocsLines({ snapshot }: DocumentContext): readonly string[] {
  return factsOf(snapshot, 'call').flatMap((call) =>
    FRAMEWORKS.filter(({ callee }) => callee.test(call.fact.callee)).map((framework) => docsLine(framework, call)),
  );
}

function docsLine({ name, pages }: DocsOfFramework, { fact, path, line }: Placed<'call'>): string {
  const title = textOf(fact.keywords, 'title');
  const version = textOf(fact.keywords, 'version');
  const served = pages.flatMap(([keyword, fallback, what]) => {
    const value = fact.keywords[keyword];
    if (value?.t === 'null') return [];
    const given = value === undefined ? undefined : valueText(value);
    return [`${what} at ${code(given ?? fallback)}${value === undefined ? ' (default)' : ''}`];
  });
  const head = `- ${title === undefined ? name : `"${plain(title)}"`}${version === undefined ? '' : ` version ${plain(version)}`}`;
  return `${head} (${link({ path, line })})${served.length === 0 ? '' : `: ${served.join(', ')}`}`;
}

function textOf(keywords: Keywords, key: string): string | undefined {
  const value = Object.hasOwn(keywords, key) ? keywords[key] : undefined;
  return value === undefined ? undefined : valueText(value);
}
