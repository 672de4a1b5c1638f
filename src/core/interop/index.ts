/**
 * interop: how work leaves one browser and reaches another.
 * Hides: bytes, checksums, the shape of files and links, what spreadsheets do to text.
 * Promises: what was written is read back the same; no bytes and no text make a reader throw, hang or fill the
 * memory; whatever cannot be read says why.
 * Must not know: cameras, downloads, keys, storage, screens.
 */
export { fromBase64Url, toBase64Url } from './base64url';
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
export { safeText, toCsv } from './csv';
export { decodeHandin, type DecodeFault, type HandinHead } from './decode';
export { crc32 } from './frame';
export {
  encodeHandin,
  packHandin,
  SEAL_OVERHEAD,
  SHORT_CODE,
  type EncodeFault,
  type EncodeOptions,
  type Packed,
} from './encode';
export {
  assignmentToFile,
  fromSealed,
  handinToFile,
  MOST_FILE_BYTES,
  readFile,
  remarksToFile,
  sealedToFile,
  type FileFault,
  type Filed,
  type Received,
} from './file';
export { LONGEST } from './limits';
export {
  assignmentFromLink,
  assignmentToLink,
  LONGEST_LINK,
  remarksFromLink,
  remarksToLink,
  type LinkFault,
} from './link';
export { sheetsOf, type Cell, type Sheet, type SheetWords } from './sheet';
