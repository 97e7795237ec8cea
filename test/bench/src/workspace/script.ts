import { type FileContext, grown } from './plan';
import type { Random } from './random';
import { SCRIPT_USES } from './uses';
import { camel, pascal, wordsOf } from './words';

/** A module of a NestJS service or a React front end. */
export function scriptText({ random, path, size, siblings, usesService }: FileContext): string {
  const use = usesService ? random.pick(SCRIPT_USES) : undefined;
  const imports = localImports(random, path, siblings);
  if (path.endsWith('.tsx')) imports.unshift("import { useEffect, useMemo, useState } from 'react';");
  if (/\.(controller|service|module)\.ts$/.test(path)) {
    imports.unshift("import { Body, Controller, Get, Injectable, Param, Post } from '@nestjs/common';");
  }
  const head = `${[...(use?.imports ?? []), ...imports].join('\n')}\n`;
  return grown(head + (use === undefined ? '' : `\n${use.code}\n`), size, () => unitOf(random, path));
}

function localImports(random: Random, path: string, siblings: readonly string[]): string[] {
  const words = wordsOf(random);
  const depth = path.split('/').length - 1;
  return Array.from({ length: random.int(1, 6) }, () => {
    const target = random.pick(siblings).replace(/\.tsx?$/, '');
    const name = random.chance(0.5) ? pascal(words.thing()) : camel(`${words.verb()}_${words.thing()}`);
    const from = random.chance(0.6) ? `@/${target.split('/src/')[1] ?? target}` : `${'../'.repeat(depth)}${target}`;
    return `import { ${name} } from '${from}';`;
  });
}

function unitOf(random: Random, path: string): string {
  if (path.endsWith('.tsx')) return component(random);
  if (/\.controller\.ts$/.test(path)) return controller(random);
  if (/\.(spec|test)\.tsx?$/.test(path)) return specification(random);
  return random.chance(0.35) ? interfaceOf(random) : plainFunction(random);
}

function component(random: Random): string {
  const words = wordsOf(random);
  const [thing, field, other] = [words.thing(), camel(words.field()), camel(words.field())];
  const name = `${pascal(words.verb())}${pascal(thing)}`;
  const rows = Array.from(
    { length: random.int(1, 5) },
    () =>
      `      <label className="flex items-center gap-${random.int(1, 8)} text-${random.pick(['sm', 'base', 'lg'])} text-muted">\n        <span>{t('${thing}.${words.field()}')}</span>\n        <input value={${field}} onChange={(event) => setState(event.target.value)} disabled={!isReady} />\n      </label>\n`,
  );
  return `
interface ${name}Props {
  readonly ${field}: string;
  readonly ${other}?: number;
  readonly on${pascal(words.verb())}: (id: string) => void;
}

export function ${name}({ ${field}, on${pascal(words.verb())}: onDone }: ${name}Props) {
  const [state, setState] = useState<string | undefined>(undefined);
  const isReady = useMemo(() => state !== undefined && ${field}.length > ${random.int(1, 40)}, [state, ${field}]);

  useEffect(() => {
    if (isReady) onDone(${field});
  }, [isReady, onDone, ${field}]);

  return (
    <section className="rounded-md border p-${random.int(1, 8)}">
      <h2>{t('${thing}.title')}</h2>
${rows.join('')}      {state === undefined ? <p>{t('${thing}.empty')}</p> : <strong>{state}</strong>}
    </section>
  );
}
`;
}

function controller(random: Random): string {
  const words = wordsOf(random);
  const thing = words.thing();
  return `
@Controller('${thing}s')
export class ${pascal(thing)}Controller {
  constructor(private readonly ${thing}s: ${pascal(thing)}Service) {}

  @Get(':id')
  async find(@Param('id') id: string): Promise<${pascal(thing)}> {
    const found = await this.${thing}s.find(id);
    if (found === undefined) throw new NotFoundException(\`There is no ${thing} \${id}.\`);
    return found;
  }

  @Post()
  async ${words.verb()}(@Body() body: Create${pascal(thing)}): Promise<${pascal(thing)}> {
    return this.${thing}s.${words.verb()}({ ...body, ${camel(words.field())}: body.${camel(words.field())} ?? ${random.int(1, 99)} });
  }
}
`;
}

function interfaceOf(random: Random): string {
  const words = wordsOf(random);
  const fields = Array.from(
    { length: random.int(3, 10) },
    () =>
      `  readonly ${camel(words.field())}${random.chance(0.3) ? '?' : ''}: ${random.pick(['string', 'number', 'Date', 'boolean', `${pascal(words.thing())}[]`])};\n`,
  );
  return `\n/** ${words.sentence()} */\nexport interface ${pascal(words.thing())} {\n${fields.join('')}}\n`;
}

function plainFunction(random: Random): string {
  const words = wordsOf(random);
  const [thing, field, other] = [words.thing(), camel(words.field()), camel(words.field())];
  return `
/** ${words.sentence()} */
export async function ${camel(`${words.verb()}_${thing}`)}(${thing}s: readonly ${pascal(thing)}[], ${other}: number): Promise<Map<string, number>> {
  const totals = new Map<string, number>();
  for (const ${thing} of ${thing}s) {
    const known = totals.get(${thing}.${field}) ?? 0;
    if (known > ${other} || ${thing}.${camel(words.field())} === '${words.field()}') continue;
    totals.set(${thing}.${field}, known + ${thing}.${other} * ${random.int(2, 90)});
  }
  return new Map([...totals].filter(([, value]) => value > ${random.int(1, 20)}).sort(([a], [b]) => (a < b ? -1 : 1)));
}
`;
}

function specification(random: Random): string {
  const words = wordsOf(random);
  const thing = words.thing();
  return `
describe('${words.verb()} ${thing}', () => {
  it('${words.sentence()}', async () => {
    const ${thing} = await build${pascal(thing)}({ ${camel(words.field())}: '${words.field()}', count: ${random.int(1, 99)} });
    expect(await subject.${words.verb()}(${thing}.id)).toMatchObject({ ${camel(words.field())}: ${random.int(1, 99)} });
  });
});
`;
}
