import { shortText } from '../../short-text';

/** Command lines that bring something out: hosts, registries, clusters, stores. */
const COMMANDS =
  /^(?:(?:sudo|npx|pnpm exec|pnpm dlx|yarn dlx|bunx|bun x|uv run|poetry run|time|exec)\s+(?:--?[\w-]+\s+)*)*((?:flyctl|fly)\s+(?:deploy|secrets)|vercel\b|netlify\s+deploy|wrangler\s+(?:deploy|publish|pages|d1|secret)|opennextjs-cloudflare\s+deploy|gcloud\s+(?:run|app|functions|builds|container|compute)|aws\s+(?:s3|ecs|ecr|lambda|cloudformation|deploy|eks|elasticbeanstalk|cloudfront|amplify)|az\s+(?:webapp|functionapp|containerapp|acr|aks|deployment)|heroku\s|git\s+push\s+(?:heroku|dokku)|railway\s+(?:up|deploy)|render\s+deploy|firebase\s+deploy|supabase\s+(?:db|functions|link|deploy)|docker\s+(?:push|buildx\s+build|stack\s+deploy)|docker[ -]compose\s.*\bup\b|kubectl\s+(?:apply|set|rollout)|helm\s+(?:upgrade|install)|terraform\s+apply|tofu\s+apply|pulumi\s+up|serverless\s+deploy|sls\s+deploy|sam\s+deploy|cdk\s+deploy|sst\s+deploy|eb\s+deploy|kamal\s+(?:deploy|redeploy)|cap\s+\w+\s+deploy|npm\s+publish|pnpm\s+publish|yarn\s+npm\s+publish|twine\s+upload|poetry\s+publish|uv\s+publish|mix\s+hex\.publish|eas\s+(?:build|submit|update)|fastlane\s|sentry-cli\s|rsync\s|scp\s|ssh\s|ansible-playbook\s|gigalixir\s|mix\s+(?:ecto\.migrate|release)\b)/;

/** At most so many are told; a pipeline with more is better read itself. */
const MAX_COMMANDS = 12;

/** The commands of a pipeline's scripts that deploy, each once, in order. */
export function deployCommands(scripts: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const script of scripts) {
    for (const line of script.replace(/\\\s*\n\s*/g, ' ').split(/\n|&&|;|\|\|/)) {
      const command = line.trim().slice(0, 500);
      if (COMMANDS.test(command)) found.add(shortText(command));
      if (found.size === MAX_COMMANDS) return [...found];
    }
  }
  return [...found];
}
