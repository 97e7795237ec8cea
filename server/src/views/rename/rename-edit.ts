import type { Location } from '../../model/text';

/** What a person who looks at the change is told of it. */
export interface Note {
  readonly label: string;
  readonly description?: string;
  /** It is not done unless the person says so. */
  readonly confirm: boolean;
}

export interface RenameEdit extends Location {
  readonly newText: string;
  readonly note: Note;
}

/** A change in one file, before it is known whose the file is. */
export type FileEdit = Omit<RenameEdit, 'path'>;

export const READ: Note = { label: 'Uses', confirm: false };
export const DECLARATION: Note = { label: 'Declarations', confirm: false };

export function uncertain(label: string, description: string): Note {
  return { label, description, confirm: true };
}

/** Told where a place is found and the new name cannot be put there: the text stays as it is. */
export function notRenamed(description: string): Note {
  return { label: 'Not renamed: do this by hand', description, confirm: true };
}
