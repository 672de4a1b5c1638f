const NAMED = 'h2[id], h3[id]';

/**
 * Shows a place of the page and gives it the focus, as a followed link does.
 * @example reveal('atp')
 */
export function reveal(id: string): void {
  const target = document.getElementById(id);
  target?.scrollIntoView({ block: 'start' });
  target?.focus({ preventScroll: true });
}

/**
 * Tells which heading is being read, whenever that changes; empty above the first. Returns how to stop.
 * @example $effect(() => follow(article, (id) => store(id)))
 */
export function follow(article: HTMLElement, seen: (id: string) => void): () => void {
  let last: string | undefined;
  let due = false;
  const look = (): void => {
    due = false;
    const line = innerHeight * 0.4;
    const passed = [...article.querySelectorAll(NAMED)].filter(
      (heading) => heading.getBoundingClientRect().top <= line,
    );
    const id = passed.at(-1)?.id ?? '';
    if (id === last) return;
    // The beginning is only worth a note to those who have come back to it.
    if (id !== '' || last !== undefined) seen(id);
    last = id;
  };
  const later = (): void => {
    if (due) return;
    due = true;
    requestAnimationFrame(look);
  };
  addEventListener('scroll', later, { passive: true });
  return () => removeEventListener('scroll', later);
}
