/** Lower-case functions whose result is worth following like an object: `boto3.client("s3")`, `redis.from_url(...)`. */
const FACTORY =
  /^(?:a?connect|client|resource|session|pool|build|service|bucket|table|collection|connection|database|init|(?:create|from|open|make|build|new)_\w+|dotenv_values|get_\w*(?:client|connection|session|pool|database|db|collection|redis|model)|\w+_client|(?:cursor|pubsub|pipeline|register))$/;

/** Joins a module as written with a name: `.` and `models` is `.models`, `app.core` and `db` is `app.core.db`. */
export function join(module: string, name: string): string {
  return module.endsWith('.') ? module + name : `${module}.${name}`;
}

/** The last name of a path. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Whether calling this gives an object whose methods are worth telling. */
export function isFollowed(path: string): boolean {
  const name = lastName(path);
  return /^_*[A-Z]/.test(name) || FACTORY.test(name);
}
