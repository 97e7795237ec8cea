import { createMatcher } from '../../../server/src/catalog/match';
import { wantedCode } from '../../../server/src/catalog/wanted-code';
import { loadAssets } from '../../../server/src/host/assets';

/** What a start asks of the catalog at most: everything once. Tells the processor's and the clock's milliseconds. */
async function main(assets: string): Promise<void> {
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { catalog } = await loadAssets(assets);
  const matcher = createMatcher(catalog);
  const found = [
    matcher.packageOf('npm', 'stripe'),
    matcher.packageOf('pypi', 'stripe'),
    matcher.packageOf('hex', 'stripity_stripe'),
    matcher.importOf('npm', 'stripe/lib'),
    matcher.importOf('pypi', 'google.cloud', ['storage']),
    matcher.importOf('hex', 'Stripe.Charge'),
    matcher.envOf('STRIPE_SECRET_KEY'),
    matcher.envHintsOf('DATABASE_URL'),
    matcher.hostOf('api.stripe.com', 'https://api.stripe.com/v1/charges'),
    matcher.urlSchemeOf('postgresql+asyncpg'),
    matcher.imageOf('postgres:16'),
    matcher.actionOf('aws-actions/configure-aws-credentials@v4'),
    matcher.workflowOf('circleci'),
    matcher.configFileOf('fly.toml'),
    matcher.commandOf('gunicorn app.wsgi && flyctl deploy'),
    matcher.settingOf('django', 'CACHES.default.BACKEND', 'django_redis.cache.RedisCache'),
    matcher.callOf('stripe.webhooks.constructEvent', [], {}),
    matcher.detailsOf('openai.OpenAI.chat.completions.create'),
    matcher.settingDetailsOf('django', 'DATABASES.default.CONN_MAX_AGE'),
  ];
  wantedCode(matcher).ofImport('npm', 'stripe', []);
  const wall = performance.now() - started;
  const { user, system } = process.cpuUsage(cpu);
  const missing = found.filter((answer) => answer.length === 0).length;
  if (missing > 0) throw new Error(`${missing} questions found nothing.`);
  process.stderr.write(`asked ${JSON.stringify({ cpu: (user + system) / 1000, wall })}\n`);
}

void main(process.argv[2] ?? '');
