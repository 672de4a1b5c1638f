const WIDE = /[\uff01-\uff5e]/g;

/**
 * A number as people type it: full-width digits, thousands separators and a trailing percent sign are fine.
 * Undefined for anything else.
 * @example typedNumber('12,500') // 12500
 */
export function typedNumber(text: string): number | undefined {
  const plain = text
    .replaceAll(WIDE, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\s\u3000]/g, '')
    .replace('−', '-')
    .replace(/%$/, '');
  if (!/^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/.test(plain) || !/\d/.test(plain)) return undefined;
  return Number(plain.replaceAll(',', ''));
}
