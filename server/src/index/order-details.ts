import { fits } from '../catalog/glob';
import type { Service } from '../catalog/service';
import type { Detail } from '../model/integration';
import { isScriptPath } from './script-path';

/**
 * Details in the order in which the service's rules name them, which is by importance. What seeds and migrations say is
 * left out where the program itself says it too.
 */
export function orderedDetails(service: Service, details: readonly Detail[]): readonly Detail[] {
  const labels = [
    ...new Set([...(service.settingDetails ?? []), ...(service.details ?? [])].map(({ label }) => label)),
  ];
  const rank = (label: string): number => {
    const exact = labels.indexOf(label);
    const at = exact >= 0 ? exact : labels.findIndex((pattern) => pattern.includes('*') && fits(pattern, label));
    return at < 0 ? labels.length : at;
  };
  const said = new Set(details.filter(({ path }) => !isScriptPath(path)).map(({ label }) => label));
  return details
    .filter(({ path, label }) => !said.has(label) || !isScriptPath(path))
    .map((detail) => ({ detail, at: rank(detail.label) }))
    .sort((a, b) => a.at - b.at)
    .map(({ detail }) => detail);
}
