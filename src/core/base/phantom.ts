/**
 * Stands for a type where a library wants a value only to read its type from. Never look inside.
 * @example setup({ types: { context: phantom<Context>() } })
 */
export function phantom<T>(): T {
  return {} as T;
}
