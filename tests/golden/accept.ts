import { cardOf, KEPT, readGolden, recorded, scenarios, whatMoved, writeGolden } from './golden';

// `npx tsx tests/golden/accept.ts`: agrees to the scores as they are now and says what moved. Attempts stay as they
// were played; one that the scenario no longer allows is played anew from `expected.yaml`, and a missing one is added.

const kept = readGolden();
for (const [id, scenario] of scenarios()) {
  for (const play of KEPT) {
    const golden = kept.find((one) => one.scenario === id && one.play === play);
    const card = golden && cardOf(scenario, golden);
    if (!golden || !card?.ok) {
      writeGolden(recorded(scenario, play));
      console.log(`${play} of ${id}: played anew${card?.ok === false ? `, for ${card.error}` : ''}`);
      continue;
    }
    const move = whatMoved(golden, card.value);
    if (move === undefined) continue;
    writeGolden({ ...golden, scorecard: card.value });
    console.log(`accepted: ${move}`);
  }
}
