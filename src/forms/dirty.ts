// Which forms still hold what is not on the disk: the update prompt and the lock ask here before they act.

/** A form that may hold something unsaved. */
export type Unsaved = { readonly isDirty: () => boolean; readonly flush: () => Promise<boolean> };

const open = new Set<Unsaved>();

/** Takes a form onto the list; the answer takes it off again. */
export const watchUnsaved = (form: Unsaved): (() => void) => {
  open.add(form);
  return () => void open.delete(form);
};

/** Whether any open form holds something that is not on the disk yet. */
export const isAnythingDirty = (): boolean => [...open].some((form) => form.isDirty());

/** Saves everything that is open. False if something could not be saved: then it is still in its field. */
export const flushAll = async (): Promise<boolean> =>
  (await Promise.all([...open].map((form) => form.flush()))).every(Boolean);
