/**
 * Hands on what is being loaded, unless something else is wanted meanwhile: what was asked for first may come last.
 * @returns the way to stop, as an effect wants it
 * @example $effect(() => latest(loadSection(place, locale.current), (loaded) => (text = loaded)));
 */
export function latest<T>(loading: Promise<T>, take: (value: T) => void): () => void {
  let wanted = true;
  void loading.then((value) => {
    if (wanted) take(value);
  });
  return () => {
    wanted = false;
  };
}
