/**
 * interop: how work leaves one browser and reaches another.
 * Hides: bytes, checksums, the shape of files and links, what spreadsheets do to text.
 * Promises: what was written is read back the same; no bytes and no text make a reader throw, hang or fill the
 * memory; whatever cannot be read says why.
 * Must not know: cameras, downloads, keys, storage, screens.
 */
export {
  CODE_FAULTS,
  codeLength,
  findCodes,
  fromCode,
  LONGEST_TEXT,
  toCode,
  type Code,
  type CodeFault,
  type FoundCode,
} from './code';
export { decodeHandin, type DecodeFault, type HandinHead } from './decode';
export {
  encodeHandin,
  packHandin,
  SEAL_OVERHEAD,
  SHORT_CODE,
  type EncodeFault,
  type EncodeOptions,
  type Packed,
} from './encode';
