/** Seeds, migrations and one-off scripts use a client, but are not where a reader starts. */
export function isScriptPath(path: string): boolean {
  return /(?:^|\/)(?:scripts?|seeds?|seeders?|migrations?|alembic|prisma|bin|tools|benchmarks?)\/|(?:^|\/)(?:seed|migrat)\w*\.\w+$/i.test(
    path,
  );
}
