/** How safely this browser keeps data for the product. */
export interface StorageState {
  /** `kept`: only the person deletes it; `evictable`: the browser may, when its disk runs full; `unknown`: it does not say. */
  readonly keeping: 'kept' | 'evictable' | 'unknown';
  /** Bytes in use; undefined where the browser does not say. */
  readonly used: number | undefined;
}

function manager(): StorageManager | undefined {
  // Absent on pages without https and in old web-views, whatever the type says.
  return 'storage' in navigator ? navigator.storage : undefined;
}

/**
 * Asks the browser how it keeps the product's data. Changes nothing.
 * @example await storageState() // { keeping: 'evictable', used: 120_000 }
 */
export async function storageState(): Promise<StorageState> {
  const storage = manager();
  if (!storage) return { keeping: 'unknown', used: undefined };
  try {
    const [kept, { usage: used }] = await Promise.all([storage.persisted(), storage.estimate()]);
    return { keeping: kept ? 'kept' : 'evictable', used };
  } catch {
    return { keeping: 'unknown', used: undefined };
  }
}

/**
 * Asks the browser to delete nothing by itself from now on. True where it agreed; it may ask the person first.
 * @example await keepData() // true
 */
export async function keepData(): Promise<boolean> {
  try {
    return (await manager()?.persist()) ?? false;
  } catch {
    return false;
  }
}
