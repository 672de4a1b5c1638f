// Runs in the page before its own program, and notes at the root element: `presses`, milliseconds from the release of
// a button to the frame that shows the next scene, which is there when the conversation has a line of a later input,
// or has given way to the ending; and `events`, what the browser itself reports for presses.
// Plain JavaScript, handed over as it stands: what a compiler adds to a function is not there in the page.

/** @type {{ presses: number[], events: number[] }} */
const noted = { presses: [], events: [] };
/** @type {{ at: number, input: number } | undefined} */
let pressed;

/**
 * @param {'presses' | 'events'} list
 * @param {number} time
 */
function note(list, time) {
  noted[list].push(time);
  document.documentElement.setAttribute('data-noted', JSON.stringify(noted));
}

/** @returns {number} the input whose consequences stand last in the conversation, counted from 0 */
function newest() {
  const log = document.querySelector('[role="log"]');
  if (!log) return Number.POSITIVE_INFINITY;
  const entries = [...log.querySelectorAll('[data-input]')];
  return Math.max(-1, ...entries.map((entry) => Number(entry.getAttribute('data-input'))));
}

/** @param {() => void} then called when the next frame has been handed over: by the first task after it has begun */
function painted(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(undefined);
  });
}

function watch() {
  const of = pressed;
  if (!of || newest() <= of.input) return;
  pressed = undefined;
  painted(() => note('presses', performance.now() - of.at));
}

addEventListener('click', (event) => (pressed = { at: event.timeStamp, input: newest() }), { capture: true });
new MutationObserver(watch).observe(document, { subtree: true, childList: true });
new PerformanceObserver((list) => {
  for (const { name, duration } of list.getEntries()) if (name === 'click') note('events', duration);
}).observe({ type: 'event', ...{ durationThreshold: 16 } });
