import type { EnvVariable } from '../model/workspace';
import { type Context, programReads, rangeOf } from './context';
import type { Finding } from './finding';

const SECRET =
  /(?:^|_)(?:SECRETS?|PRIVATE|SERVICE_ROLE|PASSWORD|PASSWD|PASSPHRASE|SECRET_?KEY|PRIVATE_?KEY|SERVICE_?KEY|MASTER_?KEY|SIGNING_?KEY|ENCRYPTION_?KEY|JWT_?KEY|REFRESH_TOKEN|ADMIN_TOKEN|ADMIN_KEY)(?:_|$)/;
/** What is about a secret, or meant for everyone. */
const HARMLESS =
  /(?:^|_)(?:PUBLIC|PUBLISHABLE|ANON|SITE_?KEY|ENABLED?|DISABLED?|REQUIRED?|LENGTH|MIN|MAX|TTL|EXPIRES?|EXPIRY|RESET|FORGOT|URL|URI|PATH|ROUTE|NAME|HINT|LABEL|SIGNIN|SIGNUP|LOGIN|AUTH|BETA|MODE)(?:_|$)/;
/** Keys of these are billed by use: whoever has one spends its owner's money. */
const BILLED = new Set(['ai']);

/** Secrets whose name puts them into what browsers or apps receive: told once a variable. */
export function checkPublicSecret(context: Context): readonly Finding[] {
  return context.snapshot.env.flatMap((variable): readonly Finding[] => {
    const { name, publicPrefix } = variable;
    if (publicPrefix === undefined || !isSecret(context, variable, name.slice(publicPrefix.length))) return [];
    const places = [
      ...variable.declarations.filter(
        ({ path, commentedOut }) => !commentedOut && context.files.get(path)?.role === 'source',
      ),
      ...programReads(variable),
    ];
    const [at, ...others] = places;
    if (at === undefined) return [];
    return [
      {
        code: 'env-public-secret',
        path: at.path,
        range: rangeOf(at),
        message: `${name} looks like a secret, and its prefix ${publicPrefix} puts it into what users receive.`,
        variable: name,
        application: at.application,
        severity: 'warning',
        related: others
          .slice(0, 10)
          .map((other) => ({ path: other.path, range: rangeOf(other), message: `${name} is used here` })),
      },
    ];
  });
}

function isSecret({ snapshot }: Context, variable: EnvVariable, rest: string): boolean {
  if (HARMLESS.test(rest)) return false;
  if (SECRET.test(rest)) return true;
  return (
    /(?:^|_)API_?KEY$/.test(rest) &&
    variable.integrations.some((id) => BILLED.has(snapshot.integrations.find((one) => one.id === id)?.category ?? ''))
  );
}
