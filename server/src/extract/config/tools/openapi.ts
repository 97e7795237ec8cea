import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { configFile } from '../config-file';

/** A description of an API, by its name; title and version stand near the top, so nothing is parsed. */
export const openapiReader: Reader = {
  id: 'openapi',
  endings: ['json', 'yaml', 'yml'],
  matches: (path) => /^([\w-]+[-_.])?(openapi|swagger)([-_.][\w-]+)*\.(ya?ml|json)$/i.test(baseName(path)),
  read(file) {
    const head = file.text.slice(0, 50_000);
    const specification =
      /^\s*["']?(openapi|swagger)["']?\s*:\s*["']?([\d.]+)/m.exec(head) ??
      /[{,]\s*"(openapi|swagger)"\s*:\s*"([\d.]+)"/.exec(head);
    if (specification === null) return { facts: [] };
    const info = /(?:^info:|"info"\s*:\s*\{)([\s\S]{0,3000})/m.exec(head)?.[1] ?? '';
    const field = (name: string): string | undefined =>
      new RegExp(`(?:^\\s+|")${name}"?\\s*:\\s*["']?([^"'\\n]{1,120})`, 'm').exec(info)?.[1]?.replace(/[,\s]+$/, '');
    const details = {
      specification: `${specification[1]} ${specification[2]}`,
      title: field('title'),
      version: field('version'),
    };
    return { facts: [configFile(file.path, details, 'openapi.yaml')] };
  },
};
