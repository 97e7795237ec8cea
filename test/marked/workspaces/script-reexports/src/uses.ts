import settings, { required } from './lib/object';

// form: default object of another file, and what the code around a call says
export const a = settings.get('OBJECT_PLAIN');
//                             ^^^^^^^^^^^^ env OBJECT_PLAIN required
export const b = settings.get('OBJECT_DEFAULTED') ?? 'd';
//                             ^^^^^^^^^^^^^^^^ env OBJECT_DEFAULTED optional default=d
export const c = settings.get('OBJECT_FLAG') === 'true';
//                             ^^^^^^^^^^^ env OBJECT_FLAG optional cast=bool
export const d = required('LIST_NEEDED') || 'never';
//                         ^^^^^^^^^^^ env LIST_NEEDED required
