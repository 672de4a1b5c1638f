import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ATTEMPT,
  ATTEMPT_FILE,
  failDead,
  failFull,
  FakeMachine,
  value,
} from '../../../tests/e2e/storage-fakes';

/** What happens to a machine, in any order. */
const happening = fc.oneof(
  { weight: 6, arbitrary: fc.constant('append' as const) },
  ...(['kill', 'database full', 'database dead', 'disk full', 'disk broken', 'all well'] as const).map(
    (name) => ({
      weight: 1,
      arbitrary: fc.constant(name),
    }),
  ),
);

/** What one copy suffers while no program runs; never both at once. */
const damage = fc.oneof(
  fc.constant({ kind: 'none' as const }),
  fc.constant({ kind: 'empty database' as const }),
  fc.constant({ kind: 'no journal' as const }),
  fc.record({ kind: fc.constant('cut journal' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('flip journal' as const), at: fc.nat() }),
);
type Damage = { readonly kind: string; readonly at?: number };

let machines = 0;

function allWell(machine: FakeMachine): void {
  machine.beforeWrite = () => undefined;
  machine.disk.room = Number.POSITIVE_INFINITY;
  machine.disk.broken = false;
}

function befall(machine: FakeMachine, name: string): void {
  if (name === 'database full') machine.beforeWrite = failFull;
  if (name === 'database dead') machine.beforeWrite = failDead;
  if (name === 'disk full') machine.disk.room = 30;
  if (name === 'disk broken') machine.disk.broken = true;
  if (name === 'all well') allWell(machine);
}

async function suffer(machine: FakeMachine, { kind, at = 0 }: Damage): Promise<void> {
  const bytes = machine.disk.files.get(ATTEMPT_FILE) ?? new Uint8Array();
  const place = at % Math.max(1, bytes.length);
  if (kind === 'empty database') await machine.emptyDatabase();
  if (kind === 'no journal') machine.disk.files.delete(ATTEMPT_FILE);
  if (kind === 'cut journal') machine.disk.files.set(ATTEMPT_FILE, bytes.slice(0, place));
  if (kind === 'flip journal') bytes.set([(bytes[place] ?? 0) ^ 1], place % (bytes.length || 1));
}

/** Plays happenings until the first kill, noting what was acknowledged. */
async function live(
  machine: FakeMachine,
  happenings: readonly string[],
  acknowledged: string[],
): Promise<void> {
  const { session } = value(await (await machine.start()).open('a1'));
  for (const name of happenings) {
    if (name === 'kill') break;
    befall(machine, name);
    if (name !== 'append') continue;
    const stored = await session.append(`input ${acknowledged.length + 1}`);
    if (stored.ok) acknowledged.push(stored.value.hash);
  }
  machine.kill();
  allWell(machine);
}

describe('the promise', () => {
  it('holds: after any trouble and any damage to one copy every acknowledged input is there', async () => {
    const lives = fc.array(fc.record({ happenings: fc.array(happening, { maxLength: 10 }), damage }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(lives, async (given) => {
        const machine = new FakeMachine(`law-${(machines += 1)}`);
        value(await (await machine.start()).create(ATTEMPT));
        machine.kill();
        const acknowledged: string[] = [];
        for (const { happenings, damage: suffered } of given) {
          await live(machine, happenings, acknowledged);
          // One good start between two damages: it repairs the copy that suffered before.
          value(await (await machine.start()).open('a1'));
          machine.kill();
          await suffer(machine, suffered);
          const { events, lost } = value(await (await machine.start()).open('a1'));
          machine.kill();
          expect(lost).toBe(0);
          expect(events.map(({ hash }) => hash)).toEqual(expect.arrayContaining(acknowledged));
          expect(events.slice(0, acknowledged.length).map(({ hash }) => hash)).toEqual(acknowledged);
        }
      }),
      { numRuns: 80 },
    );
  }, 60_000);
});
