import type { Fact } from '../../../../model/facts';
import { isIn } from '../../scan';
import type { PythonContext } from '../context';
import { decoratedRoutes } from './decorated';
import { djangoRoutes } from './django-urls';
import { listedRoutes } from './listed';
import { mountFacts } from './mounts';
import { restFrameworkRoutes } from './rest-framework';
import { viewFacts } from './view-methods';

const FRAMEWORKS =
  /\b(fastapi|starlette|flask|quart|sanic|litestar|starlite|aiohttp|bottle|falcon|django|rest_framework|channels|ninja|connexion|robyn|blacksheep|chalice)\b|\brouter\b|_router\b/;

/** Routes that a file registers, and routers that it mounts. */
export function routeFacts(context: PythonContext): readonly Fact[] {
  if (!isIn(FRAMEWORKS, context.source.file)) return [];
  return [
    ...decoratedRoutes(context),
    ...listedRoutes(context),
    ...mountFacts(context),
    ...djangoRoutes(context),
    ...restFrameworkRoutes(context),
    ...viewFacts(context),
  ];
}
