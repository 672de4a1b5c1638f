/**
 * files: what comes in and goes out as files, pictures and clipboard text.
 * Hides: downloads, the camera, the QR library; each is loaded when it is first needed.
 * Promises: never throws for a browser that refuses or a file that is something else; says so in the value returned.
 * Must not know: what a code or a file means.
 */
export {
  QR_ROOM,
  qrSymbol,
  readQr,
  readQrFile,
  scanQr,
  type CameraFault,
  type Pixels,
  type QrSymbol,
  type Scan,
} from './qr';
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
