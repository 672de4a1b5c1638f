import { readFileSync, writeFileSync } from 'node:fs';
import { changelogFile, withMoves } from './changelog';
import { cardOf, KEPT, readGolden, recorded, scenarios, whatMoved, writeGolden, type Golden } from './golden';

// `npm run accept`: agrees to the scores as they are now, says what moved, and writes it into the change log. Attempts
// stay as they were played; one that the scenario no longer allows is played anew from `expected.yaml`, and a missing
// one is added.

const kept = readGolden();
const moves: string[] = [];
for (const [id, scenario] of scenarios())
  for (const play of KEPT) {
    const before = kept.find((one) => one.scenario === id && one.play === play);
    const card = before && cardOf(scenario, before);
    const after: Golden =
      before && card?.ok ? { ...before, scorecard: card.value } : recorded(scenario, play);
    const move = before && whatMoved(before, after.scorecard);
    if (card?.ok !== true) console.log(`${play} of ${id}: played anew${card ? `, for ${card.error}` : ''}`);
    else if (move === undefined) continue;
    writeGolden(after);
    if (move !== undefined) moves.push(move);
  }

for (const move of moves) console.log(`accepted: ${move}`);
if (moves.length > 0) writeFileSync(changelogFile, withMoves(readFileSync(changelogFile, 'utf8'), moves));
else console.log('no score moved');
