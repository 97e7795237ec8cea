import type { Ecosystem } from '../model/facts';
import type { Category } from '../model/integration';

type ByEcosystem = { readonly [E in Ecosystem]?: readonly string[] };

/** One service of the catalog, as its file in `server/catalog/` says; `schemas/service.schema.json` tells the fields. */
export interface Service {
  readonly id: string;
  readonly category: string;
  readonly type: 'service' | 'library';
  readonly name: string;
  readonly purpose: string;
  readonly docs?: string;
  readonly source: string;
  readonly packages?: ByEcosystem;
  readonly imports?: ByEcosystem;
  readonly wraps?: readonly string[];
  readonly env?: readonly string[];
  /** Variables that belong to it only where something else proves it. */
  readonly envHints?: readonly string[];
  readonly hosts?: readonly string[];
  readonly notHosts?: readonly string[];
  /** Of hosts that people are sent to as well, the paths that programs ask: nothing else there proves anything. */
  readonly paths?: Readonly<Record<string, readonly string[]>>;
  readonly urls?: readonly string[];
  readonly images?: readonly string[];
  readonly actions?: readonly string[];
  readonly workflows?: readonly string[];
  readonly configFiles?: readonly string[];
  readonly systemPackages?: readonly string[];
  readonly commands?: readonly string[];
  readonly settings?: readonly SettingRule[];
  /** Calls prove it only where a rule names them: code is full of them, and its import says as much. */
  readonly callsByRule?: boolean;
  readonly calls?: readonly CallRule[];
  readonly details?: readonly DetailRule[];
  readonly settingDetails?: readonly SettingDetailRule[];
}

export interface SettingRule {
  readonly system?: string;
  readonly path: string;
  readonly value?: string;
}

export interface CallRule {
  readonly callee: string;
  readonly argument?: number | string;
  readonly is?: readonly string[];
  readonly role?: 'webhook-signature' | 'webhook-event' | 'send' | 'model' | 'client';
}

export interface DetailRule {
  readonly label: string;
  readonly callee: string;
  readonly keyword?: string;
  readonly argument?: number;
  /** The argument that says in which time: `max` per `windowMs`. The unit is then that argument's. */
  readonly per?: number | string;
  /** Told as it stands, where the call alone says it: the name of a scheme. */
  readonly text?: string;
  readonly unit?: DetailUnit;
}

export interface SettingDetailRule {
  readonly label: string;
  readonly system?: string;
  readonly path: string;
  /** Only where a setting beside it proves the service: `HOST` is PostgreSQL's beside its `ENGINE`. */
  readonly beside?: boolean;
  readonly unit?: DetailUnit;
}

/** What the numbers of a detail count. */
export type DetailUnit = 'ms' | 's' | 'min' | 'h' | 'duration' | 'bytes';

/** The catalog as the build leaves it: one file, read once. */
export interface CatalogData {
  readonly categories: readonly Category[];
  readonly services: readonly Service[];
}
