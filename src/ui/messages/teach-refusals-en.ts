import type { Refusal } from '../../core/attempt';
import { formatScore } from '../format';
import type { RefusalTable } from './teach-refusal-terms';

const enReasons: Readonly<Record<Refusal | 'wrong-clock', string>> = {
  ended: 'the case had ended before it',
  'unknown-act': 'the case knows no such act',
  'not-offered': 'it was not possible at that point',
  'already-done': 'it had been done before and cannot be repeated',
  'not-open': 'the record could not be opened yet',
  'number-missing': 'a number it needs is missing',
  'number-out-of-range': 'its number is outside the allowed range',
  'bad-wait': 'such a wait is not allowed',
  'wrong-clock': 'the time written with it does not follow from the steps before',
};
const enAgain =
  'Ask the student to open the attempt in their own browser, make the code or file anew and send it again.';
const enVersion =
  'Reload the courseware on both sides so that the versions agree; if the case itself was revised, assign it anew.';
const enStep = (line: number, act: string | undefined): string =>
  act === undefined ? `step ${String(line)}` : `step ${String(line)}, “${act}”`;
const enModes = { practice: 'practice', assessed: 'assessed' } as const;
const enScore = (basis: number): string => formatScore(basis, 'en');

/** Refusals in English. */
export const enRefusals: RefusalTable = {
  'other-assignment': ({ assignment }) => [
    'Not a result of this assignment',
    assignment === ''
      ? 'It comes from free practice and belongs to no assignment.'
      : `It belongs to another assignment (${assignment}).`,
    'Collect it there; or ask the student to enter by the link of this assignment and hand in what was done there.',
  ],
  'unknown-task': ({ task }) => [
    'No such task in the assignment',
    `It answers task “${task}”, which this assignment does not have.`,
    'If you changed the tasks after giving them out, send the new link; otherwise ask the student to hand in again.',
  ],
  'wrong-task': ({ asked, worked }, { title }) => [
    'Something else was worked',
    `Asked was “${title(asked)}”; handed in is “${title(worked)}”.`,
    'Ask the student to enter by this item of the assignment and hand in again.',
  ],
  'what-if': () => [
    'A what-if, not an attempt',
    'It was played in the debrief to try another way, and is not a whole attempt.',
    'Ask the student to hand in the attempt itself.',
  ],
  'unknown-scenario': ({ scenarioId }, { title }) => [
    'Case not found here',
    `It comes from the case “${title(scenarioId)}”, which this copy of the courseware does not have.`,
    enVersion,
  ],
  'changed-scenario': ({ scenarioId }, { title }) => [
    'Another edition of the case',
    `“${title(scenarioId)}” has the same name but not the content that was assigned, so it cannot be marked against it.`,
    enVersion,
  ],
  'other-engine': ({ engine, here }) => [
    'Other version of the rules',
    `It was worked under version ${String(engine)} of the rules; here it is version ${String(here)}.`,
    enVersion,
  ],
  'wrong-seed': ({ seed, asked }) => [
    'Another draw of the case',
    `This student’s case is number ${String(asked)}; handed in is number ${String(seed)}. Often the student number was mistyped, or somebody else’s link was used.`,
    'Check the student number first; if it is right, ask the student to work the case from their own assignment page.',
  ],
  'wrong-mode': ({ mode, asked }) => [
    'Worked in the wrong mode',
    `The assignment asks for ${enModes[asked]} mode; this was worked in ${enModes[mode]} mode.`,
    'Ask the student to enter by this item of the assignment, which opens the case in the right mode.',
  ],
  'unreadable-event': ({ line }) => [
    `Step ${String(line)} cannot be read`,
    `In the log, ${enStep(line, undefined)} is not as the courseware writes it.`,
    enAgain,
  ],
  'impossible-event': ({ line, reason }, { act }) => [
    `Step ${String(line)} is impossible in this case`,
    `In the log, ${enStep(line, act)}: ${enReasons[reason]}.`,
    enAgain,
  ],
  'hint-not-allowed': ({ line }, { act }) => [
    `Step ${String(line)} takes a hint`,
    `In the log, ${enStep(line, act)} is a hint, and this assignment allows none.`,
    'Ask the student to work the case again from the assignment page, where no hints are offered.',
  ],
  unfinished: () => [
    'The case is not finished',
    'After all its steps the case is still open, so there is no mark.',
    'Ask the student to finish it and hand in again.',
  ],
  'edited-score': ({ claimed, recomputed }) => [
    'The mark does not follow from the log',
    `It says ${enScore(claimed)}; worked out anew from its log it is ${enScore(recomputed)}.`,
    enAgain,
  ],
  'too-large': ({ scenarioId }, { title }) => [
    'Full mark not known',
    `The full mark of this draw of “${title(scenarioId)}” takes more work than is allowed here, so no mark can be checked.`,
    'Assign the case with another number; this is no fault of the student.',
  ],
  'unknown-section': ({ section }, { title }) => [
    'Section not found here',
    `It comes from the section “${title(section)}”, which this copy of the courseware does not have.`,
    enVersion,
  ],
  'unknown-check': ({ answer, check }) => [
    `Answer ${String(answer)} has no question`,
    `It answers “${check}”, which is not in this section.`,
    enVersion,
  ],
  'edited-answers': ({ answer, check }) => [
    `Answer ${String(answer)} is impossible`,
    `Question “${check}” cannot be answered that way.`,
    enAgain,
  ],
  'edited-file': () => [
    'The file was changed after it was written',
    'Steps and mark agree, but a name, a time or a text is not as it was written.',
    enAgain,
  ],
  'not-ours': () => [
    'Not a result of this courseware',
    'There is no result code in it, and it is no result file.',
    'Check that it is the right file or message.',
  ],
  'not-text': () => [
    'Not a result of this courseware',
    'The file is not text: a picture, an archive or a spreadsheet perhaps.',
    'If it is a picture of a QR code, use “Scan QR code”.',
  ],
  empty: () => ['Nothing in it', 'The file is empty.', 'Ask the student to save the file again and send it.'],
  truncated: () => [
    'The code is incomplete',
    'Its end is missing. Chat programs cut long messages, and copying by hand can miss a part.',
    'Ask the student to use the Copy button, or to send the result file instead.',
  ],
  damaged: () => [
    'The code has errors',
    'Characters in it were changed, lost or swapped.',
    'Ask the student to use the Copy button rather than typing it, or to send the result file instead.',
  ],
  newer: () => [
    'From a newer version',
    'A newer version of the courseware wrote it, and this one cannot read it.',
    'Reload the courseware to get the newest version, then collect again.',
  ],
  'file-too-large': () => [
    'The file is too large',
    'No result file is that large, so it was not opened.',
    'Check that it is the right file.',
  ],
  malformed: ({ path }) => [
    'The file is not as it should be',
    path === ''
      ? 'Its content is not as the courseware writes it.'
      : `At “${path}” it is not as the courseware writes it.`,
    enAgain,
  ],
  'other-kind': ({ kind }) => [
    'Not a result',
    kind === 'assignment'
      ? 'This is an assignment; there is no attempt in it.'
      : 'These are remarks; there is no attempt in them.',
    'Ask the student to save the result on the hand-in page.',
  ],
  'no-key': () => [
    'Sealed, and there is no key here',
    'It is sealed to the instructor who assigned it. This workspace has no passphrase and therefore no key.',
    'Collect it in the workspace that assigned it, or restore its backup here first.',
  ],
  'wrong-key': () => [
    'The seal does not open',
    'It was sealed to another workspace, or altered on the way.',
    'Collect it in the workspace that assigned it; if it still does not open, ask the student to make it anew.',
  ],
  'not-sealed': () => [
    'The sealed result is incomplete',
    'A part of it is missing, so it cannot be opened.',
    enAgain,
  ],
  'bad-key': () => [
    'The key is unusable',
    'The key of this workspace cannot be used.',
    'Restore the workspace from its backup, then collect again.',
  ],
  'no-crypto': () => [
    'This browser cannot open seals here',
    'The page was not opened by https, and browsers offer no cryptography then.',
    'Open the courseware by its https address or on this computer, then collect again.',
  ],
  hung: () => [
    'The check took too long',
    'It went past its time limit and was ended; nothing else was affected.',
    'Hand it in once more by itself; if that fails too, ask the student to make it anew.',
  ],
  broken: () => [
    'The check did not finish',
    'The program failed on this one; nothing else was affected.',
    'Reload the page and try this one again.',
  ],
};
