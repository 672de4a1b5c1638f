import { err, ok, parsedJson, type Json, type Result } from '../base';

/** Deeper than anything the product writes. */
const DEEPEST = 24;

/**
 * JSON of a text from outside. The depth is measured before it is parsed, in one pass.
 * @example boundedJson('[1]') // { ok: true, value: [1] }
 */
export function boundedJson(text: string): Result<Json, 'malformed'> {
  if (depthOf(text) > DEEPEST) return err('malformed');
  try {
    return ok(parsedJson(text));
  } catch {
    return err('malformed');
  }
}

function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
  }
  return deepest;
}
