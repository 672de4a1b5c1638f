import { describe, expect, it } from 'vitest';
import { formatIssue } from '../../core/base';
import { parseScenario, Unreadable } from '../../core/scenario';
import { readYaml } from './scenario-plugin';

const issues = (logic: string) => {
  const texts = { 'zh-CN': readYaml('title: [a'), en: {} };
  const result = parseScenario({ logic: readYaml(logic), texts, folder: 'scenarios/x' });
  return result.ok ? [] : result.error;
};

describe('a YAML file that does not parse', () => {
  it.each([
    ['a comma that is missing', 'a: 1\nb: {x\n c: : 3\n', 3],
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', 3],
    ['an alias', 'a: &x 1\nb: *x\n', 2],
    ['a second document', 'a: 1\n---\nb: 1\n', 1],
  ])('is reported with file, line and remedy: %s', (_, text, line) => {
    const issue = issues(text).find(({ file }) => file === 'scenarios/x/scenario.yaml');
    expect(issue).toMatchObject({ code: 'yaml', path: `line ${String(line)}` });
    expect(issue && formatIssue(issue, 'en')).toContain('Check the indent, colons and quotes there');
    expect(issue?.message['zh-CN']).toContain(`第 ${String(line)} 行`);
  });

  it('does not hide the defects of the other files', () => {
    const files = issues('a: [1').map(({ file, code }) => `${file} ${code}`);
    expect(files).toContain('scenarios/x/scenario.yaml yaml');
    expect(files).toContain('scenarios/x/zh-CN.yaml yaml');
    expect(files).toContain('scenarios/x/en.yaml missing-key');
  });

  it('is told from one that does', () => {
    expect(readYaml('a: 1')).toEqual({ a: 1 });
    expect(readYaml('a: [1')).toBeInstanceOf(Unreadable);
  });
});
