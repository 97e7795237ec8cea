import type { DocumentSettings, ProjectDiagnostics } from '../model/project';

/** The settings of one folder, as an editor keeps them under `integrationAtlas`. */
export interface Settings {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** As it stands in the editor; what is wrong in it is told when it is read. */
  readonly services: unknown;
  /** Empty: what the project file says. */
  readonly documentPath: string;
  /** What the project file says of the same stands above. */
  readonly document: Omit<DocumentSettings, 'path'>;
  readonly hover: boolean;
  readonly completion: boolean;
  /** Whether hovers tell of values in `.env` files, behind a mask. */
  readonly values: 'off' | 'masked';
  readonly diagnostics: DiagnosticsSettings;
}

export interface DiagnosticsSettings extends ProjectDiagnostics {
  readonly enabled: boolean;
  readonly scope: 'workspace' | 'openFiles';
}

export const DEFAULT_SETTINGS: Settings = {
  include: [],
  exclude: [],
  services: {},
  documentPath: '',
  document: {},
  hover: true,
  completion: true,
  values: 'off',
  diagnostics: { enabled: true, scope: 'workspace' },
};

/** Reads what an editor answers; whatever is of another type than it should be counts as not set. */
export function readSettings(value: unknown): Settings {
  const map = isRecord(value) ? value : {};
  const isOn = (feature: unknown): boolean => !isRecord(feature) || feature['enabled'] !== false;
  return {
    include: strings(map['include']),
    exclude: strings(map['exclude']),
    services: map['services'] ?? {},
    document: readDocument(map['document']),
    documentPath: typeof map['documentPath'] === 'string' ? map['documentPath'].trim() : '',
    hover: isOn(map['hover']),
    completion: isOn(map['completion']),
    values: map['values'] === 'masked' ? 'masked' : 'off',
    diagnostics: readDiagnostics(map['diagnostics']),
  };
}

function readDiagnostics(value: unknown): DiagnosticsSettings {
  const map = isRecord(value) ? value : {};
  const severity = Object.entries(isRecord(map['severity']) ? map['severity'] : {});
  const given = Array.isArray(map['suppress']) ? map['suppress'].filter(isRecord) : [];
  return {
    enabled: map['enabled'] !== false,
    scope: map['scope'] === 'openFiles' ? 'openFiles' : 'workspace',
    severity: Object.fromEntries(severity.map(([code, wanted]) => [code, String(wanted)])),
    suppress: given
      .map((one) => {
        const fields = ['code', 'env', 'path'].flatMap((name) =>
          typeof one[name] === 'string' && one[name] !== '' ? [[name, one[name]] as const] : [],
        );
        return Object.fromEntries(fields);
      })
      .filter((one) => Object.keys(one).length > 0),
  };
}

/** An empty list of sections means all of them, as in the editor's own list. */
function readDocument(value: unknown): Settings['document'] {
  const map = isRecord(value) ? value : {};
  const sections = strings(map['sections']);
  const links = (['relative', 'github', 'plain'] as const).find((known) => known === map['links']);
  const length = (['full', 'normal', 'compact'] as const).find((known) => known === map['length']);
  return { ...(sections.length > 0 && { sections }), ...(links && { links }), ...(length && { length }) };
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
