import type { Fact } from '../../../model/facts';
import type { Reader } from '../../reader';
import { linesOf, rangeInLine } from '../../text-index';
import { configFile, listed } from '../config-file';
import { environmentFacts } from './terraform-environment';

/** Terraform and OpenTofu: providers, and how many resources of which kind. */
export const terraformReader: Reader = {
  id: 'terraform',
  endings: ['tf'],
  matches: (path) => /\.tf$/.test(path),
  read(file) {
    const providers: string[] = [];
    const resources: string[] = [];
    const facts: Fact[] = [];
    const lines = linesOf(file.text);
    for (const line of lines) {
      const [, before = '', name] = /^(\s*provider\s+")([\w-]+)"\s*\{/.exec(line.text) ?? [];
      if (name !== undefined) {
        providers.push(name);
        facts.push({
          kind: 'setting',
          system: 'other',
          path: 'terraform.provider',
          value: { t: 'string', v: name },
          range: rangeInLine(line, before.length, before.length + name.length),
        });
      }
      const source = /^\s*source\s*=\s*"(?:registry\.terraform\.io\/)?([\w-]+\/[\w-]+)"/.exec(line.text)?.[1];
      if (source !== undefined) providers.push(source);
      const resource = /^\s*resource\s+"([\w-]+)"/.exec(line.text)?.[1];
      if (resource !== undefined) resources.push(resource);
    }
    facts.push(...environmentFacts(lines));
    if (providers.length === 0 && resources.length === 0) return { facts };
    const details = { providers: listed(providers), resources: listed(resources) };
    return { facts: [configFile(file.path, details, 'main.tf'), ...facts] };
  },
};
