import { describe, expect, it } from 'vitest';
import { present } from '../../src/core/base';
import { parseScenario, type Scenario } from '../../src/core/scenario';
import { readScenarios } from '../../src/io/content/scenario-plugin';
import { certificateLines } from './certificate-text';
import { certify, type Certificate } from './certify';
import { edited, filesOf, rawOf, type Edit } from './files';
import { readPlays, scenariosRoot } from './plays';
import { mostDecisions } from './structure';

const seeds = Array.from({ length: 20 }, (_, i) => i + 1);
const refusals = (certificate: Certificate): readonly string[] =>
  certificate.failures.map(({ file, id, reason }) => `${file}: ${id}: ${reason}`);

describe.each(readScenarios(scenariosRoot))('the certificate of scenarios/$id', ({ id, scenario }) => {
  const certificate = certify({ scenario: present(scenario, id), plays: readPlays(id) }, seeds);

  it('is given: no dead end, everything possible, full mark in reach, bots in their bands, on 20 seeds', () => {
    expect(refusals(certificate)).toEqual([]);
    expect(certificate).toMatchObject({
      deadEnds: 0,
      neverPossible: [],
      best: { score: 100, critical: false },
    });
  });

  it('saw no play longer than what is proved', () => {
    expect(certificate.longestSeen.decisions).toBeLessThanOrEqual(certificate.longest.decisions);
    expect(certificate.longestSeen.minutes).toBeLessThanOrEqual(certificate.longest.minutes);
  });

  it('fits a terminal of 100 columns', () => {
    const lines = certificateLines(certificate);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(lines.at(-1)).toBe('  certified');
  });
});

const ID = 'stockout-key-account';
function changed(...edits: readonly Edit[]): Scenario {
  const result = parseScenario(rawOf(ID, edited(filesOf(ID), edits)));
  if (!result.ok) throw new Error(result.error.map(({ message }) => message.en).join('\n'));
  return result.value;
}
const few = seeds.slice(0, 5);

describe('a certificate', () => {
  it('is the same every time', () => {
    const subject = { scenario: changed(), plays: readPlays(ID) };
    expect(certify(subject, [3, 4])).toEqual(certify(subject, [3, 4]));
  });

  it('names an act that nothing enables, and the scene behind it', () => {
    const scenario = changed({
      file: 'logic',
      path: 'scenes/noon/acts/check/when',
      to: 'vars.quantity > 480',
    });
    const certificate = certify({ scenario, plays: readPlays(ID) }, few);
    const behind = ['scene slipped', 'act noon.check', 'act slipped.tellNow', 'act slipped.keepQuiet'];
    expect(certificate.neverPossible).toEqual(behind);
    expect(refusals(certificate)).toEqual(
      behind.map(
        (what) => `scenarios/${ID}/scenario.yaml: ${what}: was never met in ${certificate.plays} plays`,
      ),
    );
  });

  it('names the bot that leaves its band, the seed, and why', () => {
    const scenario = changed({ file: 'logic', path: 'scenes/tell/acts/supplierLate/emits', to: [] });
    const [first] = refusals(certify({ scenario, plays: readPlays(ID) }, few));
    expect(first).toMatch(/expected[.]yaml: bot denier, seed 1: commits none of CE-03, CE-06 [(]raw /);
  });

  it('asks for the transcripts of the personas', () => {
    const { expert, novice, slipped } = readPlays(ID);
    const plays = {
      expert: present(expert, 'expert'),
      novice: present(novice, 'novice'),
      slipped: present(slipped, 'slipped'),
    };
    expect(refusals(certify({ scenario: changed(), plays }, [1]))).toEqual(
      ['pleaser', 'rigid', 'denier'].map(
        (bot) => `scenarios/${ID}/expected.yaml: bot ${bot}: has no transcript among the plays`,
      ),
    );
  });

  it('plays a further seed for an event that its seeds do not draw', () => {
    const { moreSeeds, neverPossible } = certify({ scenario: changed(), plays: readPlays(ID) }, [1]);
    expect(moreSeeds.length).toBeGreaterThan(0);
    expect(neverPossible).toEqual([]);
  });
});

describe('the longest play', () => {
  it('is not bounded by structure where scenes lead round in a circle', () => {
    const { spec } = changed({ file: 'logic', path: 'scenes/tell/acts/vague/to', to: 'work' });
    expect(mostDecisions(spec)).toBeUndefined();
  });

  it('is not bounded by structure where an act may be repeated', () => {
    const { spec } = changed({ file: 'logic', path: 'scenes/work/acts/acknowledge/repeat', to: true });
    expect(mostDecisions(spec)).toBeUndefined();
  });

  it('grows by one with a record', () => {
    const { spec } = changed();
    const fewer = { ...spec, records: Object.fromEntries(Object.entries(spec.records).slice(1)) };
    expect(mostDecisions(spec)).toBe((mostDecisions(fewer) ?? 0) + 1);
  });
});
