export interface ResourceOptions {
  readonly only: readonly string[] | undefined;
  readonly except: readonly string[] | undefined;
  /** The name of the parameter that names one of them. */
  readonly param: string;
  /** What one of them is called in the paths nested below. */
  readonly name: string;
  readonly singleton: boolean;
}

type ResourceRoute = readonly [method: string, path: string, action: string];

/** The conventional routes of `resources`, and the prefix of what nests below. */
export function resourceRoutes(
  prefix: string,
  options: ResourceOptions,
): { readonly routes: readonly ResourceRoute[]; readonly nested: string } {
  const base = prefix === '/' ? '' : prefix;
  const one = options.singleton ? base : `${base}/:${options.param}`;
  const all: readonly ResourceRoute[] = [
    ['GET', base, 'index'],
    ['GET', `${one}/edit`, 'edit'],
    ['GET', `${base}/new`, 'new'],
    ['GET', one, 'show'],
    ['POST', base, 'create'],
    ['PATCH', one, 'update'],
    ['PUT', one, 'update'],
    ['DELETE', one, 'delete'],
  ];
  const routes = all.filter(
    ([, , action]) =>
      !(options.singleton && action === 'index') &&
      options.only?.includes(action) !== false &&
      options.except?.includes(action) !== true,
  );
  return {
    routes: routes.map(([method, path, action]) => [method, path === '' ? '/' : path, action] as const),
    nested: options.singleton ? base : `${base}/:${options.name}_${options.param}`,
  };
}
