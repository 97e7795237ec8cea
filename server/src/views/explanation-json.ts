import type { ExplainedService, Explanation, LeftOut } from '../model/explanation';

/** The explanation for programs: lines from 1. */
export function explanationJson({ query, services, didYouMean, leftOut }: Explanation): unknown {
  return { query, services: services.map(serviceJson), didYouMean, leftOut: leftOut.map(leftOutJson) };
}

function serviceJson(service: ExplainedService): unknown {
  return {
    ...service,
    evidence: service.evidence.map(({ kind, path, line, scope, text, status, rule }) => ({
      kind,
      file: path,
      line: line + 1,
      ...(scope !== undefined && { scope }),
      text,
      status,
      ...(rule && { rule }),
    })),
    leftOut: service.leftOut.map(leftOutJson),
  };
}

function leftOutJson({ kind, path, line, text, why }: LeftOut): unknown {
  return { kind, file: path, line: line + 1, text, why };
}
