import { npm, type Row, testRows, ts } from './rows';

const HARDER: readonly Row[] = [
  [
    'a path of tsconfig',
    {
      'tsconfig.json': '{"compilerOptions":{"baseUrl":".","paths":{"slack":["./src/slack.ts"]}}}',
      'src/slack.ts': 'export const send = () => 1;',
      'src/a.ts': 'import { send } from "slack";\nsend();',
    },
    [],
  ],
  [
    'a base URL of tsconfig',
    {
      'package.json': npm({ react: '19' }),
      'tsconfig.json': '{"compilerOptions":{"baseUrl":"src"}}',
      'src/stripe/index.ts': 'export const a = 1;',
      'src/a.ts': 'import { a } from "stripe";\nexport const b = a;',
    },
    [],
  ],
  [
    'a member of the workspace with a package’s name',
    {
      'package.json': '{"name":"root","workspaces":["packages/*"]}',
      'packages/segment/package.json': '{"name":"segment","version":"1.0.0"}',
      'packages/web/package.json': '{"name":"web","dependencies":{"segment":"workspace:*"}}',
      'packages/web/a.ts': 'import { cut } from "segment";\ncut();',
    },
    [],
  ],
  [
    'a package beside its user',
    { 'backend/resend/__init__.py': '', 'backend/app.py': 'import resend\nresend.again()\n' },
    [],
  ],
  [
    'a Python module two folders up',
    { 'src/shop/stripe.py': 'x = 1\n', 'src/shop/api/views.py': 'from shop.stripe import x\nprint(x)\n' },
    [],
  ],
  [
    'an image of one’s own',
    { 'docker-compose.yml': 'services:\n  stripe:\n    build: .\n  slack:\n    image: acme/slack:1\n' },
    [],
  ],
  [
    'an action of one’s own',
    {
      '.github/workflows/a.yml':
        'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ./.github/actions/sentry\n',
    },
    ['github-actions configured'],
  ],
  [
    'a word in a file of translations',
    { 'locales/en.json': '{"notion":"Notion","slack":"Send to Slack: https://slack.com/help"}' },
    [],
  ],
  ['a stored answer', { 'src/fixtures/answer.json': '{"url":"https://api.stripe.com/v1/charges/ch_1"}' }, []],
  ['a name in a data file', { 'data/tools.json': '[{"name":"Stripe","npm":"stripe"},{"name":"Notion"}]' }, []],
  [
    'a URL that is shown',
    { 'src/a.tsx': 'export const A = () => <input placeholder="https://hooks.slack.com/services/T0/B0/x" />;' },
    [],
  ],
  ['a URL in prose', ts('throw new Error("Get a key at https://platform.openai.com/account/api-keys first");'), []],
  ['a page that people open', ts('window.open("https://dashboard.stripe.com/test/payments");'), []],
  ['a key of a translation', ts('t("integrations.slack.title"); t("stripe");'), []],
  ['a type of one’s own', ts('export interface Stripe { width: number }\nexport const s: Stripe = { width: 1 };'), []],
  ['a module that is mocked in a test', { 'src/a.test.ts': 'vi.mock("stripe");\njest.mock("@sendgrid/mail");' }, []],
  [
    'a lock file alone',
    { 'package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/stripe":{"version":"18.0.0"}}}' },
    [],
  ],
  [
    'variables that words share',
    ts(
      'process.env.RENDER_MODE; process.env.RESEND_COOLDOWN; process.env.CIRCLE_RADIUS; process.env.CHROMA_KEY; process.env.R2_SCORE; process.env.SANITY_CHECK;',
    ),
    [],
  ],
];

testRows(HARDER);
