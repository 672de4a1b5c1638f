import { joined, type OwnBytes } from './fault';

// P-256, y² = x³ − 3x + b over the field of p elements: FIPS 186-5 / SP 800-186 §3.2.1.3.
const P = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** Bytes of one coordinate. */
export const COORDINATE = 32;
/** Bytes of an uncompressed point: 4, x, y. */
export const POINT = 1 + 2 * COORDINATE;

/**
 * One of the two points with this x, uncompressed; undefined where the curve has none. Which of the two does not
 * matter for a shared secret: it is the x of a product, and x is the same for both.
 */
export function pointAt(x: Uint8Array): OwnBytes | undefined {
  const value = toBigInt(x);
  if (x.length !== COORDINATE || value >= P) return undefined;
  const square = mod(value ** 3n - 3n * value + B);
  // p ≡ 3 (mod 4): this power is a square root wherever there is one.
  const y = power(square, (P + 1n) / 4n);
  return mod(y * y) === square ? joined(Uint8Array.of(4), x, fromBigInt(y)) : undefined;
}

function mod(value: bigint): bigint {
  return ((value % P) + P) % P;
}

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let factor = base;
  for (let rest = exponent; rest > 0n; rest >>= 1n) {
    if (rest & 1n) result = (result * factor) % P;
    factor = (factor * factor) % P;
  }
  return result;
}

function toBigInt(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`);
}

function fromBigInt(value: bigint): OwnBytes {
  const hex = value.toString(16).padStart(2 * COORDINATE, '0');
  return Uint8Array.from({ length: COORDINATE }, (_, index) =>
    parseInt(hex.slice(2 * index, 2 * index + 2), 16),
  );
}
