import type { Matcher } from '../catalog/match';
import type { Fact, FactOf } from '../model/facts';
import type { EvidenceKind, Status } from '../model/integration';
import { servicesOfCall, servicesOfImport } from './code-evidence';
import type { Claim, Gathering } from './gathering';

/** What a single fact says of services; settings are joined with their neighbours elsewhere. */
export function claimOf({ workspace, file }: Gathering, fact: Fact): Claim | undefined {
  const { matcher } = workspace;
  const configured = (ids: readonly string[], kind: EvidenceKind, text: string): Claim => ({
    ids,
    kind,
    text,
    status: 'configured',
  });
  switch (fact.kind) {
    case 'dependency': {
      const ids = matcher.packageOf(fact.ecosystem, fact.name, fact.extras);
      return { ids, kind: 'dependency', text: fact.name, status: 'declared' };
    }
    case 'import': {
      const status = fact.typeOnly === true ? 'declared' : 'imported';
      return { ids: servicesOfImport(workspace, file, fact), kind: 'import', text: fact.module, status };
    }
    case 'call': {
      // What a test calls is no use of it, and that the test knows it at all, its imports say.
      if (file.role !== 'source') return undefined;
      const { ids, callee, roles } = servicesOfCall(workspace, file, fact);
      return { ids, kind: 'call', text: callee, status: 'called', roles };
    }
    case 'url': {
      return { ids: idsOfUrl(matcher, fact), kind: 'url', text: fact.url, status: statusOfUrl(fact) };
    }
    case 'envRead':
    case 'envDeclaration':
      return configured(matcher.envOf(fact.name), 'env', fact.name);
    case 'image':
      return configured(matcher.imageOf(fact.image), 'image', fact.image);
    case 'systemPackage':
      return configured(matcher.systemPackageOf(fact.name), 'config', `${fact.manager} ${fact.name}`);
    case 'action':
      return configured(matcher.actionOf(fact.uses), 'action', fact.uses);
    case 'workflow':
      return configured(
        [...matcher.workflowOf(fact.system), ...commandIds(matcher, fact.commands ?? [])],
        'workflow',
        fact.name ?? fact.system,
      );
    case 'configFile':
      return configured(
        [...matcher.configFileOf(fact.name), ...commandIds(matcher, unplacedDetails(fact))],
        'config',
        fact.name,
      );
    default:
      return undefined;
  }
}

/** A STUN or TURN server that nobody claims is told by its scheme: who names one has calls go through it. */
function idsOfUrl(matcher: Matcher, { host, url }: FactOf<'url'>): readonly string[] {
  const ids = matcher.hostOf(host, url);
  const relay = ids.length === 0 ? /^((?:stun|turn)s?):/.exec(url)?.[1] : undefined;
  return relay === undefined ? ids : matcher.urlSchemeOf(relay);
}

/** An address that a program only compares others with is known to it, no more. */
function statusOfUrl({ fetched, compared }: FactOf<'url'>): Status {
  if (fetched === true) return 'called';
  return compared === true ? 'declared' : 'configured';
}

/** A manifest's named commands one by one, each with its own place. */
export function scriptClaims({ workspace }: Gathering, fact: FactOf<'manifest'>): readonly [Fact, Claim][] {
  return Object.entries(fact.scripts ?? {}).flatMap(([name, line]): readonly [Fact, Claim][] => {
    const ids = commandIds(workspace.matcher, [line]);
    const range = fact.scriptRanges?.[name] ?? fact.range;
    return ids.length === 0
      ? []
      : [
          [
            { ...fact, range },
            { ids, kind: 'config', text: name, status: 'configured' },
          ],
        ];
  });
}

/** Details that list what a file names start nothing: a service of a compose file may be called `stripe`. */
const NAMES =
  /^(?:services?|env(?: files)?|resources|providers|addons|ports?|image|features|tasks|regions?|schedule|domains?|bindings?|volumes|runtime|framework|plugins|secrets)$/;

function unplacedDetails({ details = {}, detailRanges = {} }: FactOf<'configFile'>): readonly string[] {
  return Object.entries(details).flatMap(([label, text]) =>
    Object.hasOwn(detailRanges, label) || NAMES.test(label) ? [] : [text],
  );
}

/** What a configuration file starts, each with its own place. */
export function commandClaims({ workspace }: Gathering, fact: FactOf<'configFile'>): readonly [Fact, Claim][] {
  const placed = Object.entries(fact.detailRanges ?? {}).map(([label, range]) => ({
    line: fact.details?.[label] ?? '',
    range,
  }));
  return [...placed, ...(fact.commands ?? [])].flatMap(({ line, range }): readonly [Fact, Claim][] => {
    const ids = commandIds(workspace.matcher, [line]);
    return ids.length === 0
      ? []
      : [
          [
            { ...fact, range },
            { ids, kind: 'config', text: fact.name, status: 'configured' },
          ],
        ];
  });
}

/** What command lines start: servers, deploy tools. */
function commandIds(matcher: Gathering['workspace']['matcher'], lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => matcher.commandOf(line));
}
