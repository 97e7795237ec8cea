/** The settings of one folder, as an editor keeps them under `integrationAtlas`. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Empty: what the project file says. */
  readonly documentPath: string;
  readonly hover: boolean;
  readonly completion: boolean;
}

export const DEFAULT_SETTINGS: Settings = { include: [], exclude: [], documentPath: '', hover: true, completion: true };

/** Reads what an editor answers; whatever is of another type than it should be counts as not set. */
export function readSettings(value: unknown): Settings {
  const map = isRecord(value) ? value : {};
  const isOn = (feature: unknown): boolean => !isRecord(feature) || feature['enabled'] !== false;
  return {
    include: strings(map['include']),
    exclude: strings(map['exclude']),
    documentPath: typeof map['documentPath'] === 'string' ? map['documentPath'].trim() : '',
    hover: isOn(map['hover']),
    completion: isOn(map['completion']),
  };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
