/** A monorepo of two applications with shared files, for what editors ask about variables. */
export const FILES = {
  'package.json': '{ "name": "shop", "private": true, "workspaces": ["apps/*"] }',
  '.env.example': '# For all\nSTRIPE_KEY=canary-root\nSHARED_URL=canary-shared\n',
  'docker-compose.yml': 'services:\n  api:\n    environment:\n      STRIPE_KEY: ${STRIPE_KEY:-canary-default}\n',
  '.github/workflows/ci.yml':
    'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      STRIPE_KEY: ${{ secrets.STRIPE_KEY }}\n    steps:\n      - run: npm test\n',
  'apps/api/package.json': '{ "name": "api", "dependencies": { "stripe": "^18.0.0" } }',
  'apps/api/.env': 'STRIPE_KEY=canary-api\n',
  'apps/api/.env.example': '# Payments\n# STRIPE_OLD=\nSTRIPE_KEY=\n',
  'apps/api/src/pay.ts':
    'export const key = process.env.STRIPE_KEY;\nexport const url = process.env.SHARED_URL ?? "";\nexport const again = process.env["STRIPE_KEY"];\n',
  'apps/api/src/pay.test.ts': 'test("x", () => use(process.env.STRIPE_KEY));\n',
  'apps/web/package.json': '{ "name": "web" }',
  'apps/web/.env.local': 'STRIPE_KEY=\nVITE_TITLE=\n',
  'apps/web/src/main.ts':
    'export const title = import.meta.env.VITE_TITLE;\nexport const k = process.env.STRIPE_KEY;\nconst other = process.env.UNDECLARED;\n',
  'apps/ml/pyproject.toml': '[project]\nname = "ml"\nversion = "1"\n',
  'apps/ml/settings.py':
    'from pydantic_settings import BaseSettings\n\nclass Settings(BaseSettings):\n    model_token: str\n',
  'apps/ml/main.py':
    'import os\ntoken = os.environ["MODEL_TOKEN"]\nkey = os.environ.get("STRIPE_KEY", os.getenv("SHARED_URL"))\n',
} as const;

/** The position of a text in a text, and as many characters into it. */
export function at(text: string, needle: string, into = 0): { readonly line: number; readonly column: number } {
  const index = text.indexOf(needle);
  if (index < 0) throw new Error(`${needle} does not stand there.`);
  const before = text.slice(0, index + into);
  return { line: before.split('\n').length - 1, column: before.length - (before.lastIndexOf('\n') + 1) };
}

export function lines(text: string): (line: number) => string | undefined {
  const all = text.split('\n');
  return (line) => all[line];
}
