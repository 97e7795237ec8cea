import type { ConfigFileFact, EnvDeclarationFact, Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { rangeInLine } from '../../text-index';
import { configFile, listed } from '../config-file';
import { interpolationRead, isEnvName, standsByItself } from '../env-facts';
import { interpolationsIn } from '../interpolations';
import { type Instruction, instructionsOf, type Word } from './docker-instructions';
import { systemPackages } from './system-packages';

/** `Dockerfile`, `Dockerfile.dev`, `api.Dockerfile`, `Dockerfile-v2`, `Containerfile`. */
const FILE = /^((dockerfile|containerfile)([-_.][\w.-]+)?|[\w.-]+\.(dockerfile|containerfile))$/i;
const NOT_DOCKER =
  /\.(dockerignore|md|mdx|rst|txt|sh|ya?ml|json|toml|html?|css|[cm]?jsx?|[cm]?tsx?|vue|svelte|py|pyi|exs?|erl|rb|go|rs|java|kt|kts|scala|cs|php|swift|lua|pl|c|h|cc|cpp|hpp|lock)$/i;

export const dockerfileReader: Reader = {
  id: 'dockerfile',
  matches: (path) => FILE.test(baseName(path)) && !NOT_DOCKER.test(path),
  read(file) {
    const instructions = instructionsOf(file.text);
    const values = buildArguments(instructions);
    const stages = new Set<string>();
    const facts: Fact[] = [];
    const ports: string[] = [];
    let command: Instruction | undefined;
    let entrypoint: Instruction | undefined;
    for (const instruction of instructions) {
      const { name, words } = instruction;
      if (name === 'FROM') {
        facts.push(...baseImage(words, values, stages));
        // What an earlier stage runs and opens is not what the image does.
        command = undefined;
        entrypoint = undefined;
        ports.length = 0;
      }
      if (name === 'COPY' || name === 'ADD') facts.push(...copiedImage(words, values, stages));
      if (name === 'ENV') facts.push(...envNames(words));
      if (name === 'ARG') facts.push(...words.flatMap((word) => assignment(word)));
      facts.push(...systemPackages(instruction));
      if (name === 'EXPOSE') ports.push(...words.map((word) => expand(word.text, values)));
      if (name === 'CMD') command = instruction;
      if (name === 'ENTRYPOINT') entrypoint = instruction;
      if (name === 'CMD' || name === 'ENTRYPOINT') facts.push(...commandReads(instruction, instructions));
    }
    const started = { entrypoint, command };
    const details = { ports: listed(ports), entrypoint: commandOf(entrypoint), command: commandOf(command) };
    const own = { ...configFile(file.path, details, 'dockerfile'), ...placesOf(started) };
    return { facts: [own, ...facts] };
  },
};

/** Defaults of `ARG`s and values of `ENV`s, for images that are put together from them. */
function buildArguments(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { name, words } of instructions) {
    if (name !== 'ARG' && name !== 'ENV') continue;
    for (const word of words) {
      const [, key, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(word.text) ?? [];
      if (key !== undefined && value !== undefined && !values.has(key)) values.set(key, expand(value, values));
    }
  }
  return values;
}

function expand(text: string, values: ReadonlyMap<string, string>): string {
  let result = '';
  let at = 0;
  for (const one of interpolationsIn(text)) {
    if (one.from < at) continue;
    result += text.slice(at, one.from) + (values.get(one.name) ?? one.fallback ?? text.slice(one.from, one.to));
    at = one.to;
  }
  return (result + text.slice(at)).slice(0, 300);
}

function baseImage(words: readonly Word[], values: ReadonlyMap<string, string>, stages: Set<string>): readonly Fact[] {
  const named = words.filter((word) => !word.text.startsWith('--'));
  const alias = named[1]?.text.toLowerCase() === 'as' ? named[2]?.text.toLowerCase() : undefined;
  const facts = imageFact(named[0], named[0]?.text ?? '', 0, values, stages);
  if (alias !== undefined) stages.add(alias);
  return facts;
}

/** `COPY --from=ghcr.io/astral-sh/uv:latest` takes a file out of an image that stands nowhere else. */
function copiedImage(
  words: readonly Word[],
  values: ReadonlyMap<string, string>,
  stages: Set<string>,
): readonly Fact[] {
  const option = words.find((word) => word.text.startsWith('--from='));
  const image = option?.text.slice('--from='.length) ?? '';
  return /^\d*$/.test(image) ? [] : imageFact(option, image, '--from='.length, values, stages);
}

function imageFact(
  word: Word | undefined,
  written: string,
  skip: number,
  values: ReadonlyMap<string, string>,
  stages: ReadonlySet<string>,
): readonly Fact[] {
  const image = expand(written, values);
  if (word === undefined || image === '' || image === 'scratch' || stages.has(image.toLowerCase())) return [];
  const range = rangeInLine(word.line, word.column + skip, word.column + word.raw.length);
  return [{ kind: 'image', image, source: 'dockerfile', range }];
}

/** `ENV A=1 B=2`, and the old `ENV A value`. */
function envNames(words: readonly Word[]): readonly Fact[] {
  const [first, second] = words;
  if (first === undefined) return [];
  if (!first.text.includes('=')) return declaration(first, first.text, second !== undefined);
  return words.flatMap((word) => assignment(word));
}

function assignment(word: Word): readonly Fact[] {
  const name = word.text.split('=', 1)[0] ?? '';
  return declaration(word, name, standsByItself(word.text.slice(name.length + 1)));
}

function declaration(word: Word, name: string, hasValue: boolean): readonly EnvDeclarationFact[] {
  if (!isEnvName(name)) return [];
  const range = rangeInLine(word.line, word.column, word.column + name.length);
  return [{ kind: 'envDeclaration', name, source: 'dockerfile', hasValue, range }];
}

/** Where instructions stand that start something. */
function placesOf(started: Readonly<Record<string, Instruction | undefined>>): Pick<ConfigFileFact, 'detailRanges'> {
  const places = Object.entries(started).flatMap(([label, instruction]) => {
    const [first] = instruction?.words ?? [];
    return first === undefined ? [] : [[label, rangeInLine(first.line, first.column, first.column + first.raw.length)]];
  });
  return places.length === 0 ? {} : { detailRanges: Object.fromEntries(places) };
}

/** The command without the brackets and quotes of its list form. */
function commandOf(instruction: Instruction | undefined): string | undefined {
  if (instruction === undefined) return undefined;
  const list = /^\[(.*)\]$/.exec(instruction.rest.trim())?.[1];
  if (list === undefined) return instruction.rest;
  return [...list.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '').join(' ');
}

/** A command in shell form reads the container's environment; what the file itself sets is no question to it. */
function commandReads(instruction: Instruction, all: readonly Instruction[]): readonly Fact[] {
  const shell = !instruction.rest.startsWith('[') || /^\[\s*"(\/bin\/)?(ba)?sh"/.test(instruction.rest);
  if (!shell) return [];
  const own = new Set(
    all
      .filter(({ name }) => name === 'ENV')
      .flatMap(({ words }) => words.map((word) => word.text.split('=', 1)[0] ?? '')),
  );
  return instruction.words.flatMap((word) =>
    interpolationsIn(word.raw)
      .filter((one) => isEnvName(one.name) && /^[A-Z]/.test(one.name) && !own.has(one.name))
      .map((one) =>
        interpolationRead(one, 'Dockerfile', rangeInLine(word.line, word.column + one.start, word.column + one.end)),
      ),
  );
}
