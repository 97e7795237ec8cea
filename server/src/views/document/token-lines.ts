import { groupBy } from '../../index/order';
import type { Evidence } from '../../model/integration';
import type { Value } from '../../model/value';
import type { DocumentContext } from './context';
import { factsOf } from './facts-of';
import { code, link, some } from './markdown';

/** Libraries and calls that deal with tokens; the same words stand for passwords and files elsewhere. */
const ABOUT_TOKENS = /jwt|jose|joken|token|guardian|itsdangerous|paseto/i;
const ISSUES =
  /\.(?:encode|sign|SignJWT|dumps|encode_and_sign!?|generate_and_sign!?|generate_tokens?|signAsync|create_access_token|create_refresh_token)$/;
const VERIFIES =
  /\.(?:verify|jwtVerify|verifyAsync|loads|decode_and_verify|verify_and_validate!?|resource_from_token|verify_jwt_in_request)$/;
/** Python's libraries check a signature while decoding; those of npm do not. */
const DECODES = /^(?:jwt|jose|joserfc|authlib)\b.*\.decode$/;
const SHOWN = 4;

/** Where tokens are made and where they are checked, by the functions that do it. */
export function tokenLines(context: DocumentContext): readonly string[] {
  const calls = context
    .of('auth-libraries')
    .flatMap(({ evidence }) => evidence)
    .filter(
      ({ kind, status, text, scope }) =>
        kind === 'call' && status === 'called' && scope !== undefined && ABOUT_TOKENS.test(text),
    );
  const issued = placesText(calls.filter(({ text }) => ISSUES.test(text)));
  const unchecked = uncheckedPlaces(context);
  const verified = placesText(
    calls
      .filter(({ path, line }) => !unchecked.has(`${path}:${line}`))
      .filter(({ text, path }) => VERIFIES.test(text) || (path.endsWith('.py') && DECODES.test(text))),
  );
  const parts = [
    ...(issued === '' ? [] : [`issued in ${issued}`]),
    ...(verified === '' ? [] : [`verified in ${verified}`]),
  ];
  return parts.length === 0 ? [] : [`- Tokens ${parts.join(', ')}`];
}

/** Calls that only look into a token: `jwt.decode(token, options={"verify_signature": False})`. */
function uncheckedPlaces({ snapshot }: DocumentContext): ReadonlySet<string> {
  const isOff = (value: Value | undefined): boolean => value?.t === 'bool' && !value.v;
  return new Set(
    factsOf(snapshot, 'call')
      .filter(({ fact }) => {
        const { options, verify } = fact.keywords;
        return isOff(verify) || (options?.t === 'map' && isOff(options.entries['verify_signature']));
      })
      .map(({ path, line }) => `${path}:${line}`),
  );
}

function placesText(calls: readonly Evidence[]): string {
  const byScope = groupBy(calls, ({ path, scope }) => `${path}\n${scope ?? ''}`);
  return some(
    [...byScope.values()].flatMap(([first]) =>
      first === undefined ? [] : [`${code(first.scope ?? '')} (${link(first)})`],
    ),
    SHOWN,
  );
}
