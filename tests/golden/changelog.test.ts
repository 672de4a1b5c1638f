import { describe, expect, it } from 'vitest';
import { withMoves } from './changelog';

const MOVE = 'novice of x: 73.09 → 72.09 because of R4.b: 25.30 % of 6 → 12.75 % of 6';
const head = '# Changelog\n\nFor learners.\n';

describe('a moved score in the change log', () => {
  it('stands at the end of what is not released yet', () => {
    expect(withMoves(`${head}\n## 0.2.0 – unreleased\n\n- New case.\n\n## 0.1.0\n\n- First.\n`, [MOVE])).toBe(
      `${head}\n## 0.2.0 – unreleased\n\n- New case.\n- **score** ${MOVE}\n\n## 0.1.0\n\n- First.\n`,
    );
  });

  it('stands at the end of the file where nothing was released', () => {
    expect(withMoves(`${head}\n## 0.1.0 – unreleased\n\n- First.\n`, [MOVE])).toBe(
      `${head}\n## 0.1.0 – unreleased\n\n- First.\n- **score** ${MOVE}\n`,
    );
  });

  it('opens a section where everything is released, and where nothing stands yet', () => {
    expect(withMoves(`${head}\n## 0.1.0\n\n- First.\n`, [MOVE])).toBe(
      `${head}\n## Unreleased\n\n- **score** ${MOVE}\n\n## 0.1.0\n\n- First.\n`,
    );
    expect(withMoves(head, [MOVE])).toBe(`${head}\n## Unreleased\n\n- **score** ${MOVE}\n`);
  });

  it('is told once, each by itself', () => {
    const once = withMoves(head, [MOVE]);
    expect(withMoves(once, [MOVE])).toBe(once);
    const other = MOVE.replace('novice', 'rigid');
    expect(withMoves(once, [MOVE, other])).toBe(`${once}- **score** ${other}\n`);
  });

  it('leaves a log alone in which nothing moved', () => {
    expect(withMoves(head, [])).toBe(head);
  });
});
