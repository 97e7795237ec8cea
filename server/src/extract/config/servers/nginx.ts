import type { Fact } from '../../../model/facts';
import { baseName } from '../../paths';
import type { Reader } from '../../reader';
import { type Line, linesOf, rangeInLine, rangesOf } from '../../text-index';
import { configFile, counted, listed } from '../config-file';
import { interpolationRead, isEnvName } from '../env-facts';
import { interpolationsIn } from '../interpolations';
import { urlFacts } from '../url-facts';

/** nginx's own files by name, and everything that is kept in its folders. */
const BY_NAME = /(^|\/)([\w.-]*nginx[\w.-]*\.conf|nginx\.[\w-]+|default\.conf)(\.template|\.tmpl|\.j2)?$/i;
const BY_FOLDER = /(^|\/)(nginx|sites-available|sites-enabled|conf\.d)\/(.+\/)?[\w.-]+$/i;
const OTHER =
  /\.(md|txt|sh|ya?ml|json|crt|key|pem|html?|py|js|ts|css|svg|png|dockerfile|lua|env|example|gitkeep)$|(^|\/)(dockerfile|\.[\w.-]+)$/i;

/** A web server in front: whom it serves, where it passes requests on, what it limits. */
export const nginxReader: Reader = {
  id: 'nginx',
  matches: (path) => (BY_NAME.test(path) || BY_FOLDER.test(path)) && !OTHER.test(path),
  read(file) {
    if (!/^\s*(server|upstream|location|http|events|map|proxy_pass)\b/m.test(file.text)) return { facts: [] };
    const range = rangesOf(file.text);
    const template = /\.(template|tmpl)$/i.test(baseName(file.path));
    const facts: Fact[] = [];
    for (const line of linesOf(file.text)) {
      const code = line.text.replace(/(^|\s)#.*$/, '');
      if (/^\s*(proxy_pass|fastcgi_pass|uwsgi_pass|grpc_pass)\s/.test(code)) {
        facts.push(...urlFacts(file.text, line.offset, line.offset + code.length, range));
      }
      if (template) facts.push(...templateReads(line, code));
    }
    return { facts: [configFile(file.path, details(file.text), 'nginx.conf'), ...facts] };
  },
};

function details(text: string): Readonly<Record<string, string | undefined>> {
  const code = text.replace(/(^|\s)#.*$/gm, '');
  const all = (directive: string): readonly string[] =>
    [...code.matchAll(new RegExp(`(?:^|[\\s;{])${directive}\\s+((?:\\$\\{\\w+\\}|[^;{}\\n]){1,200})`, 'gm'))].map(
      (match) => (match[1] ?? '').trim(),
    );
  return {
    hosts: listed(all('server_name').filter((name) => name !== '_')),
    listen: listed(all('listen')),
    proxies: listed([...all('proxy_pass'), ...all('fastcgi_pass'), ...all('uwsgi_pass')]),
    upstreams: listed([...code.matchAll(/\bupstream\s+([\w.-]+)\s*\{[^}]{0,2000}\}/g)].map((match) => match[1] ?? '')),
    'rate limits': listed(
      all('limit_req_zone').map((zone) => zone.replace(/^.*zone=(\w+)\S*\s+rate=(\S+).*$/, '$1 $2')),
    ),
    'body limit': listed(all('client_max_body_size')),
    headers: listed(all('add_header').map((header) => header.split(/\s/, 1)[0] ?? '')),
    locations: counted(all('location').length),
  };
}

/** The image of nginx fills templates from the environment; nginx' own variables are in small letters. */
function templateReads(line: Line, code: string): readonly Fact[] {
  return interpolationsIn(code)
    .filter((one) => /^[A-Z][A-Z0-9_]*$/.test(one.name) && isEnvName(one.name))
    .map((one) => interpolationRead(one, 'envsubst', rangeInLine(line, one.start, one.end)));
}
