/** What the frame must tell whatever page is shown: a step that failed, or a program that has grown old. */
export type AlarmKind = 'hiccup' | 'outdated';

class Alarm {
  kind = $state<AlarmKind | undefined>();

  /** Raises an alarm. An outdated program stays the message until the page is reloaded. */
  raise(kind: AlarmKind): void {
    if (this.kind !== 'outdated') this.kind = kind;
  }

  clear(): void {
    this.kind = undefined;
  }
}

export const alarm = new Alarm();
