import type { Json } from '../base';
import type { Assignment, Handin, Remarks, Task } from '../course';

// Members one by one, so that nothing leaves the machine that is not on the list.

/** An assignment as plain data. */
export function assignmentToJson(assignment: Assignment): Json {
  const { v, id, title, teacher, course, note, mode, hints, seeds, attempts, due, locale, key } = assignment;
  const tasks = assignment.tasks.map(taskToJson);
  return { v, id, title, teacher, course, note, mode, hints, seeds, attempts, due, locale, tasks, key };
}

function taskToJson(task: Task): Json {
  const { kind, id, weight } = task;
  if (task.kind === 'section') return { kind, id, section: task.section, weight };
  const { scenarioId, scenarioHash, seed } = task;
  return { kind, id, scenarioId, scenarioHash, seed, weight };
}

/** A result as plain data. */
export function handinToJson({
  v,
  assignment,
  task,
  student,
  startedAt,
  finishedAt,
  work,
  reflection,
}: Handin): Json {
  const { number, name } = student;
  return {
    v,
    assignment,
    task,
    student: { number, name },
    startedAt,
    finishedAt,
    work: workToJson(work),
    reflection,
  };
}

function workToJson(work: Handin['work']): Json {
  const { kind, claimed } = work;
  if (work.kind === 'section') {
    const answers = work.answers.map(({ check, answer, confidence }) => ({ check, answer, confidence }));
    return { kind, section: work.section, answers, claimed };
  }
  const { scenarioId, scenarioHash, engine, seed, mode, origin, lines, seconds } = work;
  return { kind, scenarioId, scenarioHash, engine, seed, mode, origin, lines, seconds, claimed };
}

/** Remarks as plain data. */
export function remarksToJson(remarks: Remarks): Json {
  const { v, assignment, task, handin, number, teacher, overall, at } = remarks;
  const pins = remarks.pins.map(({ moment, text }) => ({ moment, text }));
  return { v, assignment, task, handin, number, teacher, overall, pins, at };
}
