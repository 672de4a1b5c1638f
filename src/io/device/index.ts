/**
 * device: what this browser knows by itself: its languages, its clock, its dice, its small memory, its disk.
 * Hides: localStorage that may be forbidden, the storage manager that may be absent.
 * Promises: never throws for a browser that refuses; says so in the value returned.
 * Must not know: attempts and scores; the learner's work is kept by io/db.
 */
export { wallClock } from './clock';
export { guessLocale } from './locale';
export { freshSeed } from './seed';
export { readSetting, writeSetting, type SettingName } from './settings';
export { keepData, storageState, type StorageState } from './storage';
