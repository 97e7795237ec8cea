import type { Fact } from '../../../model/facts';
import { at, type Data, entriesOf, itemsOf, type Parsed, textOf, walk } from '../../data/data';
import { parseYaml } from '../../data/parse-yaml';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { configFile, listed } from '../config-file';
import { distinctFacts } from '../distinct-facts';
import { declaration, envDeclarations } from '../env-facts';
import { withoutTemplates } from './without-templates';

/** Manifests of Kubernetes, with or without Helm's templates: images, environment, schedules. */
export const kubernetesReader: Reader = {
  id: 'kubernetes',
  endings: ['yaml', 'yml'],
  matches: (path) => /\.ya?ml$/i.test(path) && !/^\.github\/workflows\//.test(path),
  read(file) {
    // Any YAML may be one; these two lines decide, before anything is parsed.
    if (!/^apiVersion:/m.test(file.text) || !/^kind:/m.test(file.text)) return { facts: [] };
    const templated = file.text.includes('{{');
    const parsed = parseYaml(baseName(file.path), withoutTemplates(file.text));
    const objects = parsed.roots.filter((root) => at(root, 'apiVersion') !== undefined && textOf(at(root, 'kind')));
    const kinds = objects.map((object) => textOf(at(object, 'kind')) ?? '');
    return {
      facts: [
        configFile(file.path, { kinds: listed(kinds) }, 'kubernetes.yaml'),
        ...distinctFacts(objects.flatMap((object) => objectFacts(parsed, object))),
      ],
      // What templates leave need not be YAML: only a plain manifest can be broken.
      problems: templated ? [] : parsed.problems,
    };
  },
};

/** `configMapGenerator` and `secretGenerator` of a kustomization: `literals: [NAME=value]`. */
function generatedFacts(parsed: Parsed, object: Data): readonly Fact[] {
  return ['configMapGenerator', 'secretGenerator'].flatMap((kind) =>
    itemsOf(at(object, kind)).flatMap((generator) =>
      envDeclarations(parsed, at(generator, 'literals'), 'kubernetes').map((fact) =>
        fact.kind === 'envDeclaration' && kind === 'secretGenerator' ? { ...fact, secret: true } : fact,
      ),
    ),
  );
}

function objectFacts(parsed: Parsed, object: Data): readonly Fact[] {
  const kind = textOf(at(object, 'kind'));
  const facts: Fact[] = [];
  if (kind === 'ConfigMap' || kind === 'Secret') {
    for (const section of ['data', 'stringData']) {
      for (const entry of entriesOf(at(object, section))) {
        // Files are kept here as well as variables; those have names with dots.
        if (!/^[A-Z][A-Z0-9_]*$/.test(entry.key)) continue;
        const secret = kind === 'Secret';
        facts.push(...declaration(parsed, 'kubernetes', entry.key, entry.keyStart, entry.keyEnd, true, secret));
      }
    }
  }
  if (kind === 'CronJob') {
    const schedule = at(object, 'spec', 'schedule');
    const name = textOf(at(object, 'metadata', 'name'));
    if (schedule !== undefined && name !== undefined) {
      const range = parsed.range(schedule.start, schedule.end);
      facts.push({ kind: 'job', system: 'kubernetes', name, schedule: textOf(schedule) ?? '', range });
    }
  }
  if (kind === 'Kustomization') facts.push(...generatedFacts(parsed, object));
  walk(object, (data) => {
    for (const list of ['containers', 'initContainers']) {
      for (const container of itemsOf(at(data, list))) facts.push(...containerFacts(parsed, container));
    }
  });
  return facts;
}

function containerFacts(parsed: Parsed, container: Data): readonly Fact[] {
  const node = at(container, 'image');
  const image = textOf(node);
  const service = textOf(at(container, 'name'));
  const ports = itemsOf(at(container, 'ports')).flatMap((port) => textOf(at(port, 'containerPort')) ?? []);
  const facts = envDeclarations(parsed, at(container, 'env'), 'kubernetes').filter(
    // A name that a template makes is no name yet.
    (fact) => fact.kind !== 'envDeclaration' || !/^x{4}/.test(fact.name),
  );
  if (node !== undefined && image !== undefined && !/^x{4}/.test(image)) {
    facts.push({
      kind: 'image',
      image,
      source: 'kubernetes',
      ...(service !== undefined && { service }),
      ...(ports.length > 0 && { ports }),
      range: parsed.range(node.start, node.end),
    });
  }
  return facts;
}
