/**
 * files: what comes in and goes out as files, pictures and clipboard text.
 * Hides: downloads, the camera, the QR library; each is loaded when it is first needed.
 * Promises: never throws for a browser that refuses or a file that is something else; says so in the value returned.
 * Must not know: what a code or a file means.
 */
export { scanQr, type CameraFault, type Scan } from './camera';
export { readQrFile } from './picture';
export { QR_ROOM, qrSymbol, readQr, type Pixels, type QrSymbol } from './qr';
export { QrReader } from './qr-reader';
export { MOST_ENTRIES, readArchive, type ArchiveEntry, type ArchiveFault } from './archive';
export { documentIn, wordsOf, type Document } from './markup';
export { copyText, fileName, saveFile, type SavedFile } from './save';
export {
  MOST_TABLE_BYTES,
  readTable,
  rowsOfText,
  TABLE_FAULTS,
  type TableFault,
  type TableSheet,
} from './table-in';
export { toXlsx, XLSX } from './sheet-out';
